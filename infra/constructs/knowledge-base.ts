import { createHash } from 'node:crypto'
import { Aws } from 'aws-cdk-lib'
import { CfnDataSource, CfnKnowledgeBase } from 'aws-cdk-lib/aws-bedrock'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import type { BatonConfig } from '#shared/config/config.ts'
import { documentPrefix } from '#shared/knowledge/section-document.ts'
import { announce } from './announce.ts'
import { ArticleBucket } from './article-bucket.ts'
import type { Door } from './door.ts'
import type { OwnKey } from './own-key.ts'
import { dimensions, unfilteredKeys, VectorStore } from './vector-store.ts'

export interface KnowledgeBaseProps {
  readonly embeddings: BatonConfig['knowledge']['bedrock']['embeddings']
  readonly logDays: number
  readonly key: OwnKey | undefined
}

const vectorActions = ['GetIndex', 'GetVectors', 'PutVectors', 'DeleteVectors', 'QueryVectors']

/** Bedrock, for knowledge bases of this account: no other account's can have it read these articles. */
const basesOfThisAccount = new ServicePrincipal('bedrock.amazonaws.com', {
  conditions: {
    StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
    ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:bedrock:${Aws.REGION}:${Aws.ACCOUNT_ID}:knowledge-base/*` },
  },
})

/** The articles in Amazon Bedrock Knowledge Bases, on S3 Vectors: bucket, index, base, source, and who may do what. */
export class KnowledgeBase extends Construct {
  readonly articles: ArticleBucket
  private readonly base: CfnKnowledgeBase
  private readonly source: CfnDataSource

  constructor(scope: Construct, id: string, { embeddings, logDays, key }: KnowledgeBaseProps) {
    super(scope, id)
    this.articles = new ArticleBucket(this, 'Articles', { logDays, key })
    const { indexArn } = new VectorStore(this, 'Vectors', { key })
    const embeddingModelArn = `arn:${Aws.PARTITION}:bedrock:${Aws.REGION}::foundation-model/${embeddings}`
    const role = new Role(this, 'Role', { assumedBy: basesOfThisAccount })
    const may = (actions: string[], resource: string) =>
      role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }))
    may(['bedrock:InvokeModel'], embeddingModelArn)
    may(
      vectorActions.map((action) => `s3vectors:${action}`),
      indexArn,
    )
    this.articles.readBy(role)
    key?.filledBy(role)
    this.base = new CfnKnowledgeBase(this, 'Base', {
      name: `${Aws.STACK_NAME}-articles-${editionOf(embeddings)}`,
      roleArn: role.roleArn,
      knowledgeBaseConfiguration: {
        type: 'VECTOR',
        vectorKnowledgeBaseConfiguration: { embeddingModelArn },
      },
      storageConfiguration: { type: 'S3_VECTORS', s3VectorsConfiguration: { indexArn } },
    })
    // Bedrock tries its rights while it makes the base.
    this.base.node.addDependency(role)
    this.source = this.sectionsOf(key)
    announce(this, { KnowledgeBaseId: this.base.attrKnowledgeBaseId, DataSourceId: this.source.attrDataSourceId })
  }

  /** May ask it, and nothing else of Bedrock's knowledge bases. */
  askedBy(door: Door): void {
    door.tell('KNOWLEDGE_BASE_ID', this.base.attrKnowledgeBaseId)
    door.allow(['bedrock:Retrieve'], [this.base.attrKnowledgeBaseArn])
  }

  /** May have it read the bucket again. */
  syncedBy(door: Door): void {
    door.tell('KNOWLEDGE_BASE_ID', this.base.attrKnowledgeBaseId)
    door.tell('DATA_SOURCE_ID', this.source.attrDataSourceId)
    door.allow(['bedrock:ListIngestionJobs', 'bedrock:StartIngestionJob'], [this.base.attrKnowledgeBaseArn])
  }

  private sectionsOf(key: OwnKey | undefined): CfnDataSource {
    return new CfnDataSource(this, 'Sections', {
      name: 'sections',
      knowledgeBaseId: this.base.attrKnowledgeBaseId,
      dataSourceConfiguration: {
        type: 'S3',
        s3Configuration: { bucketArn: this.articles.arn, inclusionPrefixes: [documentPrefix] },
      },
      // A document is a section already.
      vectorIngestionConfiguration: { chunkingConfiguration: { chunkingStrategy: 'NONE' } },
      // The index goes as a whole: emptied first, a stack whose role went before could never be deleted.
      dataDeletionPolicy: 'RETAIN',
      ...(key && { serverSideEncryptionConfiguration: { kmsKeyArn: key.key.keyArn } }),
    })
  }
}

/** Part of the name of a base: what makes CloudFormation put another in its place has to change it, as names are unique. */
const editionOf = (embeddings: string): string =>
  createHash('sha256')
    .update(JSON.stringify([embeddings, dimensions, unfilteredKeys]))
    .digest('hex')
    .slice(0, 8)
