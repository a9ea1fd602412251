import type { FragmentLoaderContext, HlsConfig, LoaderCallbacks } from 'hls.js';
import { withRecoveryPoints } from './recovery-points.ts';

type FragmentLoader = NonNullable<HlsConfig['fLoader']>;

/** The loader given, and each fragment of H.264 with what Firefox needs to begin anywhere in it. */
export function preparing(loader: HlsConfig['loader'], isH264: () => boolean): FragmentLoader {
  return class extends (loader as FragmentLoader) {
    override load(
      context: FragmentLoaderContext,
      config: Parameters<InstanceType<FragmentLoader>['load']>[1],
      callbacks: LoaderCallbacks<FragmentLoaderContext>,
    ): void {
      super.load(context, config, {
        ...callbacks,
        onSuccess(response, ...others) {
          const { data } = response;
          const isToPrepare = data instanceof ArrayBuffer && isH264();
          callbacks.onSuccess(
            isToPrepare ? { ...response, data: withRecoveryPoints(data) } : response,
            ...others,
          );
        },
      });
    }
  };
}
