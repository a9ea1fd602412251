/** What `cloudflare:workers` gives to tests: the product's own bindings and its main module. */
declare namespace Cloudflare {
  interface Env extends ProductEnv {}
  interface GlobalProps {
    mainModule: typeof import('#worker/index.ts');
  }
}

type ProductEnv = import('#worker/env.ts').Env;
