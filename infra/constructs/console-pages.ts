import { Duration, Fn, Validations } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { contentSecurityPolicy, otherHeaders } from '../console/page-headers.ts'
import { announce } from './announce.ts'
import { privateBucket } from './private-bucket.ts'

export interface ConsolePagesProps {
  /** Reached below `/api/`, at the page's own origin: no other origin has to be let in. */
  readonly api: HttpApi
  /** Origins of the issuer, which the page asks for tokens. */
  readonly connectTo: readonly string[]
  /** @default one of CloudFront's names, and its certificate */
  readonly domain: { readonly name: string; readonly certificateArn: string } | undefined
  readonly logDays: number
}

/** The API's own paths begin without it. */
const withoutPrefix = `function handler(event) {
  event.request.uri = event.request.uri.slice(4) || '/'
  return event.request
}`

/** The console's files in a private bucket, and the API beside them, both behind one address. */
export class ConsolePages extends Construct {
  /** Of the page, with a slash at the end: where the sign-in leads back to. */
  readonly url: string

  constructor(scope: Construct, id: string, { api, connectTo, domain, logDays }: ConsolePagesProps) {
    super(scope, id)
    // What everybody may read needs no key of the company's, and nobody deletes it by the day.
    const bucket = privateBucket(this, 'Files', { days: 0, logDays, key: undefined })
    const distribution = new Distribution(this, 'Pages', {
      comment: 'Baton: the console for agents',
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.headers(connectTo),
      },
      additionalBehaviors: { '/api/*': this.apiBehavior(api) },
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    })
    this.acknowledge(distribution, domain !== undefined)
    this.url = `https://${domain?.name ?? distribution.distributionDomainName}/`
    announce(this, { ConsoleUrl: this.url, ConsoleBucketName: bucket.bucketName })
  }

  private apiBehavior(api: HttpApi): BehaviorOptions {
    const strip = new EdgeFunction(this, 'WithoutPrefix', {
      code: FunctionCode.fromInline(withoutPrefix),
      runtime: FunctionRuntime.JS_2_0,
    })
    return {
      origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)), {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        // A claim waits up to twenty seconds for somebody to come.
        readTimeout: Duration.seconds(30),
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      functionAssociations: [{ function: strip, eventType: FunctionEventType.VIEWER_REQUEST }],
    }
  }

  private headers(connectTo: readonly string[]): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(connectTo), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
      },
      customHeadersBehavior: {
        customHeaders: Object.entries(otherHeaders).map(([header, value]) => ({ header, value, override: true })),
      },
    })
  }

  private acknowledge(distribution: Distribution, ownName: boolean): void {
    Validations.of(distribution).acknowledge(
      {
        id: 'AwsSolutions-CFR1',
        reason:
          'Where a company has its agents is its own to know; nobody gets further than the sign-in from anywhere.',
      },
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'The files are the same for everybody and public; behind /api/ every request needs a token, and the API is ' +
          'throttled. A firewall is billed by the month: a company that wants one attaches it to the distribution.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason:
          "CloudFront's log would hold the address of every agent and the one-time codes of the sign-in. Who asked the API " +
          'for what is in its own access log, by route; the bucket logs its own requests.',
      },
      ...(ownName
        ? []
        : [
            {
              id: 'AwsSolutions-CFR4',
              reason:
                "CloudFront's own certificate takes whatever TLS a browser speaks, and today's speak 1.2 and 1.3. Under a " +
                'name of the company, console.domain, nothing older than 1.2 is taken.',
            },
          ]),
    )
  }
}
