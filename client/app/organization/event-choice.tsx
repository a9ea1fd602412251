import type { Shape } from '#client/api/client.ts';

type EventType = NonNullable<Shape<'WebhookDraft'>['events']>[number];

/** What can be heard, by noun. A record, so that a type the API gets or loses does not compile here. */
const EVENTS: Record<EventType, string> = {
  'video.created': 'Videos',
  'video.ready': 'Videos',
  'video.updated': 'Videos',
  'video.deleted': 'Videos',
  'video.restored': 'Videos',
  'video.moved': 'Videos',
  'comment.created': 'Comments',
  'comment.updated': 'Comments',
  'comment.resolved': 'Comments',
  'comment.deleted': 'Comments',
  'screening.started': 'Screenings',
  'screening.ended': 'Screenings',
  'member.added': 'Members',
  'member.removed': 'Members',
  'member.role_changed': 'Members',
  'link.created': 'Links',
  'link.revoked': 'Links',
  'approval.decided': 'Approvals',
};
const TYPES = Object.keys(EVENTS) as EventType[];
const GROUPS = [...new Set(Object.values(EVENTS))];

/** Which events an endpoint hears; none ticked is all of them, also those to come. */
export const EventChoice = ({ chosen }: { chosen: readonly string[] }) => (
  <fieldset class="stack">
    <legend>What it hears</legend>
    <p class="small muted">None ticked: everything, also what comes to be.</p>
    <div class="event-groups">
      {GROUPS.map((group) => (
        <div key={group} class="stack tight">
          <strong class="small">{group}</strong>
          {TYPES.filter((type) => EVENTS[type] === group).map((type) => (
            <label key={type} class="check small">
              <input type="checkbox" name="events" value={type} defaultChecked={chosen.includes(type)} />
              {type.slice(type.indexOf('.') + 1).replace('_', ' ')}
            </label>
          ))}
        </div>
      ))}
    </div>
  </fieldset>
);

export const eventsIn = (form: FormData): EventType[] =>
  TYPES.filter((type) => form.getAll('events').includes(type));
