import { expectTypeOf, test } from 'vitest';
import type * as embed from '#client/embed/embed-address.ts';
import type { EmbedEvents } from '#client/embed/embed-events.ts';
import type { EventName } from '#client/embed/player-js.ts';
import type * as sdk from '#client/embed/sdk.ts';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import type * as contract from '#client/player/player-contract.ts';
import type { StreamAttribute } from '#client/player/stream-attributes.ts';
import type * as player from '../../../client/public/player.d.ts';
import type * as declared from '../../../client/public/sdk.d.ts';

/**
 * What /sdk.d.ts and /player.d.ts say is held to the sources here: `npm run types` fails where one of them says otherwise.
 */
type OfEmbed = Exclude<keyof sdk.LockstepEmbed, keyof EventTarget>;
type OfPlayer = Exclude<keyof player.LockstepPlayer, keyof HTMLElement>;

/** What the element has for its own pages and for the browser, and nobody else. */
type Inner =
  | 'connectedCallback'
  | 'disconnectedCallback'
  | 'attributeChangedCallback'
  | 'statedFrameRate'
  | 'secondsOf'
  | 'timecodeOf'
  | 'onPlaybackBlocked'
  | 'onPlaybackFailed';

test('/sdk.d.ts says what the SDK is', () => {
  expectTypeOf<keyof typeof sdk>().toEqualTypeOf<keyof typeof declared>();
  expectTypeOf<Exclude<keyof declared.LockstepEmbed, keyof EventTarget>>().toEqualTypeOf<OfEmbed>();
  expectTypeOf<Pick<declared.LockstepEmbed, OfEmbed>>().toEqualTypeOf<Pick<sdk.LockstepEmbed, OfEmbed>>();
  expectTypeOf<ConstructorParameters<typeof declared.LockstepEmbed>>().toEqualTypeOf<
    ConstructorParameters<typeof sdk.LockstepEmbed>
  >();
  expectTypeOf<Parameters<typeof declared.mountEmbed>>().toEqualTypeOf<Parameters<typeof sdk.mountEmbed>>();
  expectTypeOf<declared.EmbedParameters>().toEqualTypeOf<embed.EmbedParameters>();
});

test('/sdk.d.ts names every event a frame tells, with what it carries', () => {
  expectTypeOf<keyof EmbedEvents>().toEqualTypeOf<EventName>();
  expectTypeOf<declared.EmbedEvents>().toEqualTypeOf<EmbedEvents>();
});

test('/player.d.ts says what the element is', () => {
  expectTypeOf<Exclude<keyof LockstepPlayer, keyof HTMLElement | Inner>>().toEqualTypeOf<OfPlayer>();
  expectTypeOf<Pick<player.LockstepPlayer, OfPlayer>>().toEqualTypeOf<Pick<LockstepPlayer, OfPlayer>>();
  expectTypeOf<player.PlayerEvents>().toEqualTypeOf<contract.PlayerEvents>();
  expectTypeOf<StreamAttribute>().toExtend<keyof player.LockstepPlayerAttributes>();
});

test('a page that uses them is typed', () => {
  type Mounted = ReturnType<typeof declared.mountEmbed>;
  const usePage = (mounted: Mounted, document: Document) => {
    mounted.addEventListener('timeupdate', ({ detail }) => expectTypeOf(detail.seconds).toBeNumber());
    mounted.addEventListener('chapterchange', ({ detail }) => expectTypeOf(detail).toBeNullable());
    // @ts-expect-error -- what has ended is told, not set
    mounted.ended = true;
    const element = document.createElement('lockstep-player');
    expectTypeOf(element).toEqualTypeOf<player.LockstepPlayer>();
    element.addEventListener('markerselect', ({ detail }) =>
      expectTypeOf(detail.ids).toEqualTypeOf<string[]>(),
    );
    element.addEventListener('click', (event) => expectTypeOf(event).toEqualTypeOf<PointerEvent>());
    // @ts-expect-error -- a marker has words
    element.markers = [{ id: 'a', positionSeconds: 1 }];
  };
  expectTypeOf(usePage).toBeFunction();
});
