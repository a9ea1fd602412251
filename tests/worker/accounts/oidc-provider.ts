import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

/** Who is signed in there, as its ID tokens say it. */
export interface Claims {
  sub: string;
  email: string;
  /** A boolean, says the standard. Some sites say it in words. */
  email_verified: boolean | string;
  name: string;
}
interface Asked {
  claims: Claims;
  nonce: string;
  challenge: string;
  redirectUri: string;
}
export type OidcProvider = Awaited<ReturnType<typeof startOidcProvider>>;

const CLIENT = { clientId: 'lockstep', clientSecret: 'a secret between two sites' };

/** A small OpenID Connect provider: discovery, authorization code with PKCE and nonce, signed ID tokens. */
export async function startOidcProvider() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }];
  const codes = new Map<string, Asked>();
  const present: { claims: Claims | undefined } = { claims: undefined };
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer());
    const json = (body: object, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (url.pathname === '/.well-known/openid-configuration') return json(discoveryOf(issuer()));
    if (url.pathname === '/jwks') return json({ keys });
    if (url.pathname === '/authorize') {
      const location = authorize(url.searchParams, codes, present.claims);
      return void response.writeHead(302, { location }).end();
    }
    void exchange(request, codes, { issuer: issuer(), privateKey }).then((body) =>
      json(body, body.error ? 400 : 200),
    );
  });
  const issuer = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    setting: {
      id: 'acme',
      name: 'Acme',
      discoveryUrl: `${issuer()}/.well-known/openid-configuration`,
      ...CLIENT,
    },
    signInAs: (claims: Claims) => (present.claims = claims),
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

const discoveryOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  id_token_signing_alg_values_supported: ['RS256'],
});

function authorize(query: URLSearchParams, codes: Map<string, Asked>, claims: Claims | undefined): string {
  const [redirectUri, state] = [query.get('redirect_uri') ?? '', query.get('state') ?? ''];
  const back = new URL(redirectUri);
  back.searchParams.set('state', state);
  if (!claims || query.get('client_id') !== CLIENT.clientId) back.searchParams.set('error', 'access_denied');
  else {
    const code = randomUUID();
    const [nonce, challenge] = [query.get('nonce') ?? '', query.get('code_challenge') ?? ''];
    codes.set(code, { claims, nonce, challenge, redirectUri });
    back.searchParams.set('code', code);
  }
  return back.href;
}

async function exchange(
  request: IncomingMessage,
  codes: Map<string, Asked>,
  { issuer, privateKey }: { issuer: string; privateKey: CryptoKey },
): Promise<Record<string, unknown>> {
  const form = new URLSearchParams(await readAll(request));
  const asked = codes.get(form.get('code') ?? '');
  codes.delete(form.get('code') ?? '');
  const verifier = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const isRight =
    form.get('client_secret') === CLIENT.clientSecret && form.get('redirect_uri') === asked?.redirectUri;
  if (!asked || !isRight || verifier !== asked.challenge) return { error: 'invalid_grant' };
  const token = new SignJWT({ ...asked.claims, nonce: asked.nonce })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuer(issuer)
    .setAudience(CLIENT.clientId)
    .setIssuedAt()
    .setExpirationTime('5m');
  return {
    access_token: randomUUID(),
    token_type: 'Bearer',
    expires_in: 300,
    id_token: await token.sign(privateKey),
  };
}

/** All of what comes in, as text. */
export async function readAll(stream: AsyncIterable<unknown>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString();
}
