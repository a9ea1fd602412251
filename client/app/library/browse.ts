import type { ReadonlySignal, Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Loaded } from '#client/ui/resource.ts';
import type { Organization, Shell } from '../shell/shell.ts';
import type { LibraryQuery } from './library-query.ts';
import type { Outcome } from './outcomes.ts';
import type { Parts } from './organization-parts.ts';
import type { Entry } from './pages.ts';
import type { Selection } from './selection.ts';
import type { VideoList } from './video-list.ts';

export type View = 'grid' | 'list';

/** What was left out of a change of many, told until it is dismissed. */
export interface Refusal {
  /** "2 of 5 videos were not moved." */
  sentence: string;
  outcomes: readonly Outcome[];
  titles: ReadonlyMap<string, string>;
}

/** What the parts of one list of videos share. */
export interface Browse {
  readonly shell: Shell;
  readonly organization: Organization;
  /** Where this list stands; `/library` or a channel's page. */
  readonly path: string;
  readonly query: LibraryQuery;
  /** Goes to what another question finds. */
  ask(query: LibraryQuery): void;
  readonly list: VideoList;
  readonly entries: ReadonlySignal<readonly Entry[]>;
  readonly selection: Selection;
  readonly view: Signal<View>;
  /** Whether the filters are open. */
  readonly isFiltering: Signal<boolean>;
  readonly refusal: Signal<Refusal | null>;
  /** Channels, series, tags and people: asked for once something names them. */
  readonly parts: Loaded<Parts | null>;
}

export const BrowseContext = createContext<Browse | null>(null);

export function useBrowse(): Browse {
  const browse = useContext(BrowseContext);
  if (!browse) throw new Error('This part stands outside of a list of videos.');
  return browse;
}
