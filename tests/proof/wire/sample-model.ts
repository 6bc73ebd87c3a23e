import type { ServiceModel } from './model.ts'

/** A service of our own, with one of everything that a model can say, for tests that have no model of AWS's. */
export const sampleModel: ServiceModel = {
  metadata: { protocol: 'json', endpointPrefix: 'lamps', jsonVersion: '1.0', targetPrefix: 'Lamps_2026' },
  operations: {
    PutLamp: {
      http: { method: 'POST', requestUri: '/' },
      input: { shape: 'PutLampInput' },
      output: { shape: 'PutLampOutput' },
      errors: [{ shape: 'LampNotFound' }, { shape: 'LampsDown' }],
    },
  },
  shapes: {
    PutLampInput: {
      type: 'structure',
      required: ['Name'],
      members: {
        Name: { shape: 'Name' },
        Kind: { shape: 'Kind' },
        Watts: { shape: 'Watts' },
        Weight: { shape: 'Weight' },
        Lit: { shape: 'Lit' },
        Picture: { shape: 'Picture' },
        MadeAt: { shape: 'Time' },
        Shades: { shape: 'Shades' },
        Labels: { shape: 'Labels' },
        Source: { shape: 'Source' },
        Anything: { shape: 'Anything' },
      },
    },
    PutLampOutput: {
      type: 'structure',
      required: ['Id'],
      members: { Id: { shape: 'Name' }, Shades: { shape: 'Shades' } },
    },
    Name: { type: 'string', min: 1, max: 8, pattern: '[a-z]+' },
    Kind: { type: 'string', enum: ['floor', 'desk'] },
    Watts: { type: 'integer', min: 1, max: 60 },
    Weight: { type: 'float' },
    Lit: { type: 'boolean' },
    Picture: { type: 'blob', max: 4 },
    Time: { type: 'timestamp' },
    Shades: { type: 'list', member: { shape: 'Name' }, min: 1, max: 2 },
    Labels: { type: 'map', key: { shape: 'Name' }, value: { shape: 'Kind' }, max: 1 },
    Source: { type: 'structure', union: true, members: { Plug: { shape: 'Lit' }, Battery: { shape: 'Watts' } } },
    Anything: { type: 'structure', members: {}, document: true },
    LampNotFound: {
      type: 'structure',
      exception: true,
      members: { message: { shape: 'Kind' }, Name: { shape: 'Name' } },
    },
    LampsDown: { type: 'structure', exception: true, fault: true, members: {} },
  },
}

/** The same in the other protocol: a label, a header, the query, and a body. */
export const sampleRestModel: ServiceModel = {
  metadata: { protocol: 'rest-json', endpointPrefix: 'lamps-runtime', signingName: 'lamps' },
  operations: {
    Light: {
      http: { method: 'PUT', requestUri: '/lamps/{lampId}/light', responseCode: 202 },
      input: { shape: 'LightInput' },
      output: { shape: 'LightOutput' },
      errors: [{ shape: 'TooManyLamps' }],
    },
  },
  shapes: {
    LightInput: {
      type: 'structure',
      required: ['lampId', 'level'],
      members: {
        lampId: { shape: 'LampId', location: 'uri', locationName: 'lampId' },
        trace: { shape: 'Trace', location: 'header', locationName: 'X-Lamps-Trace' },
        dim: { shape: 'Dim', location: 'querystring', locationName: 'dim' },
        level: { shape: 'Level' },
      },
    },
    LightOutput: { type: 'structure', members: {} },
    LampId: { type: 'string', pattern: '[a-z:]+' },
    Trace: { type: 'string', enum: ['ENABLED', 'DISABLED'] },
    Dim: { type: 'integer', max: 9 },
    Level: { type: 'integer' },
    TooManyLamps: { type: 'structure', exception: true, error: { httpStatusCode: 429 }, members: {} },
  },
}

/** A service of files: bytes in the body, everything else beside it. */
export const sampleXmlModel: ServiceModel = {
  metadata: { protocol: 'rest-xml', endpointPrefix: 'boxes' },
  operations: {
    PutBox: {
      http: { method: 'PUT', requestUri: '/{Room}/{Name+}' },
      input: { shape: 'PutBoxInput' },
      output: { shape: 'PutBoxOutput' },
      errors: [{ shape: 'NoSuchRoom' }],
    },
  },
  shapes: {
    PutBoxInput: {
      type: 'structure',
      required: ['Room', 'Name', 'Content'],
      payload: 'Content',
      members: {
        Room: { shape: 'Text', location: 'uri', locationName: 'Room' },
        Name: { shape: 'Text', location: 'uri', locationName: 'Name' },
        Colour: { shape: 'Colour', location: 'header', locationName: 'x-amz-colour' },
        Content: { shape: 'Bytes' },
      },
    },
    PutBoxOutput: {
      type: 'structure',
      members: { Seal: { shape: 'Text', location: 'header', locationName: 'x-amz-seal' } },
    },
    Text: { type: 'string' },
    Colour: { type: 'string', enum: ['red', 'blue'] },
    Bytes: { type: 'blob' },
  },
}

/** A service that speaks forms. */
export const sampleFormModel: ServiceModel = {
  metadata: { protocol: 'query', endpointPrefix: 'bells', apiVersion: '2010-03-31' },
  operations: {
    Ring: {
      http: { method: 'POST', requestUri: '/' },
      input: { shape: 'RingInput' },
      errors: [{ shape: 'NoBellException' }],
    },
  },
  shapes: {
    RingInput: { type: 'structure', required: ['Bell'], members: { Bell: { shape: 'Text' }, Tone: { shape: 'Text' } } },
    Text: { type: 'string', max: 20 },
  },
}
