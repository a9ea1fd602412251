import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Failure } from '#client/ui/failure.tsx';

type Stage = 'loading' | 'failed';

/**
 * A page whose code is fetched when one first goes there. A fetch that fails says so and offers a reload: after
 * a deployment the address of the code may be another one.
 */
export function lazyPage(load: () => Promise<ComponentType>): ComponentType {
  let page: ComponentType | undefined;
  return function LazyPage() {
    const [stage, setStage] = useState<Stage | 'loaded'>(page ? 'loaded' : 'loading');
    useEffect(() => {
      let isHere = true;
      if (!page)
        load()
          .then((loaded) => (page = loaded))
          .then(
            () => isHere && setStage('loaded'),
            () => isHere && setStage('failed'),
          );
      return () => {
        isHere = false;
      };
    }, []);
    if (stage === 'loaded' && page) {
      const Loaded = page;
      return <Loaded />;
    }
    return stage === 'failed' ? <NotFetched /> : <div class="page" aria-busy="true" />;
  };
}

const NotFetched = () => (
  <div class="page">
    <Failure
      error={{
        message:
          'This page could not be fetched. Nothing of yours is lost. Check the connection and try again.',
      }}
      retry={() => location.reload()}
    />
  </div>
);
