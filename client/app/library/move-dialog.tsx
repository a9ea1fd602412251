import { useSignal } from '@preact/signals';
import { Awaited } from '#client/ui/awaited.tsx';
import { FormField } from '#client/ui/form-field.tsx';
import { useResource } from '#client/ui/resource.ts';
import { useBrowse, type Browse } from './browse.ts';
import type { DialogProps } from './bulk-bar.tsx';
import { moveToOrganization } from './change-many.ts';
import { DialogForm } from '#client/ui/dialog-form.tsx';
import { change, tellOutcome } from './list-actions.ts';
import { listChannels, listSeries, mayArrange } from './organization-parts.ts';
import { counted } from './pages.ts';
import { appendToSeries } from './series-videos.ts';

/** Where to: a channel or series of this organization, out of its channel, or another organization. */
export function MoveDialog({ ids, onClose }: DialogProps) {
  const browse = useBrowse();
  const { organization, shell } = browse;
  const target = useSignal('');
  const places = useResource(
    async (signal) => ({
      channels: await listChannels(organization.id, signal),
      series: mayArrange(organization) ? await listSeries(organization.id, signal) : [],
    }),
    organization.id,
  );
  const all = shell.organizations.value;
  const others = all.stage === 'loaded' ? all.data.filter(({ id }) => id !== organization.id) : [];
  const move = async () => {
    const [kind = '', id = ''] = target.value.split(':');
    onClose();
    await MOVES[kind]?.(browse, ids, id);
  };
  return (
    <DialogForm
      title={`Move ${counted(ids.length)}`}
      action="Move"
      isReady={target.value !== ''}
      onSubmit={move}
      onClose={onClose}
    >
      <Awaited of={places}>
        {({ channels, series }) => (
          <FormField id="move-to" label="To" hint={HINTS[target.value.split(':')[0] ?? '']}>
            {(binding) => (
              <select
                {...binding}
                class="input"
                value={target.value}
                onChange={(event) => (target.value = event.currentTarget.value)}
              >
                <option value="">Choose where to</option>
                <Places
                  kind="channel"
                  label="Channels"
                  things={[...channels, { id: '', name: 'No channel' }]}
                />
                <Places kind="series" label="Series" things={series} />
                <Places kind="organization" label="Other teams" things={others} />
              </select>
            )}
          </FormField>
        )}
      </Awaited>
    </DialogForm>
  );
}

const HINTS: Record<string, string> = {
  series: 'Behind the videos that are in it. What is in another series comes over.',
  organization: 'Its channel, series and team tags stay behind; members of this team no longer see it.',
};

function Places({
  kind,
  label,
  things,
}: {
  kind: string;
  label: string;
  things: readonly { id: string; name: string }[];
}) {
  if (things.length === 0) return null;
  return (
    <optgroup label={label}>
      {things.map(({ id, name }) => (
        <option key={id} value={`${kind}:${id}`}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}

const MOVED = { doing: 'Moving', done: 'moved' };

const MOVES: Record<string, (browse: Browse, ids: readonly string[], id: string) => Promise<void>> = {
  channel: (browse, ids, id) => change(browse, ids, { kind: 'move', channelId: id || null }, MOVED),
  async series(browse, ids, id) {
    const outcomes = await appendToSeries(id, ids);
    if (tellOutcome(browse, outcomes, { ...MOVED, done: 'put into the series' }).length > 0)
      await browse.list.refresh();
  },
  async organization(browse, ids, id) {
    const outcomes = await moveToOrganization(browse.shell, `Moving ${counted(ids.length)}`, ids, id);
    const moved = tellOutcome(browse, outcomes, MOVED);
    browse.list.hide(moved);
  },
};
