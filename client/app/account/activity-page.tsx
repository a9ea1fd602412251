import { useSignal } from '@preact/signals';
import { api } from '#client/api/client.ts';
import { AuditList, type AuditFilter } from '../audit/audit-list.tsx';
import { eventsIn } from '../audit/events-in.ts';
import { answerOf } from '../request.ts';
import { useShell } from '../shell/shell.ts';
import { AccountFrame } from './account-frame.tsx';

/** `/account/activity`: what was done to one's own rights, by oneself and by others. */
export function ActivityPage() {
  const filter = useSignal<AuditFilter>({});
  const { name } = useShell().member.value;
  return (
    <AccountFrame title="Activity">
      <AuditList
        filter={filter}
        name={name}
        ask={async (query, signal) =>
          eventsIn(await answerOf(api.GET('/api/me/audit', { params: { query }, signal })))
        }
      />
    </AccountFrame>
  );
}
