// A personal data server with its directory of identities, both real, on 127.0.0.1 and in memory or
// below the folder given; ends with its standard input, so that it never outlives a test.
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [packages, data, appView] = process.argv.slice(2)
const require = createRequire(join(packages, 'server.js'))
const { PlcServer, Database } = require('@did-plc/server')
const { PDS, envToCfg, envToSecrets, readEnv } = require('@atproto/pds')

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

const plcPort = await freePort()
const plc = PlcServer.create({ db: Database.mock(), port: plcPort })
await plc.start()
const port = await freePort()
Object.assign(process.env, {
  PDS_DEV_MODE: 'true',
  PDS_HOSTNAME: 'localhost',
  PDS_PORT: String(port),
  PDS_DATA_DIRECTORY: data,
  PDS_BLOBSTORE_DISK_LOCATION: join(data, 'blobs'),
  PDS_JWT_SECRET: 'only-for-tests-of-this-machine',
  PDS_ADMIN_PASSWORD: 'only-for-tests',
  PDS_PLC_ROTATION_KEY_K256_PRIVATE_KEY_HEX: '11'.repeat(32),
  PDS_DID_PLC_URL: `http://127.0.0.1:${plcPort}`,
  PDS_INVITE_REQUIRED: 'false',
  PDS_SERVICE_HANDLE_DOMAINS: '.test',
  PDS_RATE_LIMITS_ENABLED: 'false',
  PDS_BSKY_APP_VIEW_URL: appView,
  PDS_BSKY_APP_VIEW_DID: 'did:web:localhost',
  LOG_ENABLED: 'false',
})
const env = readEnv()
const pds = await PDS.create(envToCfg(env), envToSecrets(env))
await pds.start()
console.log(`ready ${port}`)
process.stdin.on('end', () => process.exit(0)).resume()
