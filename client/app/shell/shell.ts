import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { api, type Shape } from '#client/api/client.ts';
import { createAnnouncer, type Announcer } from '#client/ui/announcer.ts';
import { createJobs, type Jobs } from '#client/ui/jobs.ts';
import type { Resource } from '#client/ui/resource.ts';
import { toldOf } from '#client/ui/told.ts';
import { createToasts, type Toasts } from '#client/ui/toasts.ts';
import { answerOf } from '../request.ts';
import { keptChoice } from './kept-choice.ts';

export type Organization = Shape<'Organization'>;

/** Who the pages behind sign-in are drawn for; the worker sends everybody else to sign in. */
export interface Member {
  kind: 'registered';
  userId: string;
  name: string;
}

/** What all pages of the application share, made once. */
export interface Shell {
  readonly member: Signal<Member>;
  readonly organizations: ReadonlySignal<Resource<readonly Organization[]>>;
  /** The one looked at: what the library shows and uploads go to. Null until the list is here. */
  readonly organization: ReadonlySignal<Organization | null>;
  chooseOrganization(id: string): void;
  reloadOrganizations(): Promise<void>;
  /** The polite live region, for what has no place of its own on the page. */
  readonly announcer: Announcer;
  readonly toasts: Toasts;
  /** Uploads and other long work; they go on from page to page. */
  readonly jobs: Jobs;
}

/** Quick enough to be heard as an answer, slow enough to gather what belongs together. */
const SPEAK_AFTER_MS = 500;
/** More teams than anybody is in; the list is asked for whole. */
const MOST_ORGANIZATIONS = 100;

export function createShell(member: Member): Shell {
  const organizations = signal<Resource<readonly Organization[]>>({ stage: 'loading' });
  const chosenId = signal(keptChoice('organization').read());
  const announcer = createAnnouncer(SPEAK_AFTER_MS);
  const speak = (sentence: string) => announcer.say(sentence);

  effect(() => {
    if (chosenId.value !== null) keptChoice('organization').keep(chosenId.value);
  });

  async function reloadOrganizations() {
    try {
      const { items } = await answerOf(
        api.GET('/api/organizations', { params: { query: { limit: MOST_ORGANIZATIONS } } }),
      );
      organizations.value = { stage: 'loaded', data: items, isStale: false };
    } catch (error) {
      organizations.value = { stage: 'failed', error: toldOf(error) };
    }
  }

  return {
    member: signal(member),
    organizations,
    organization: computed(() => {
      const state = organizations.value;
      if (state.stage !== 'loaded') return null;
      return state.data.find(({ id }) => id === chosenId.value) ?? state.data[0] ?? null;
    }),
    chooseOrganization: (id) => (chosenId.value = id),
    reloadOrganizations,
    announcer,
    toasts: createToasts(speak),
    jobs: createJobs(speak),
  };
}

export const ShellContext = createContext<Shell | null>(null);

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('This part of the page stands outside of the application.');
  return shell;
}
