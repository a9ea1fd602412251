import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Failure } from '#client/ui/failure.tsx';
import { Icon } from '#client/ui/app-icon.tsx';
import { toldOf, type Told } from '#client/ui/told.ts';
import { useWatch } from '../watch.ts';
import type { Review } from './review.ts';
import { describeDecision, STATUS_FACES, STATUSES, type Status } from './review-words.ts';

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const NOTE_CHARACTERS = 2000;

/** Who has decided what about this version, and for who may, to decide. Fetched when the pill is pressed. */
export function Decisions({ review, mayDecide }: { review: Review; mayDecide: boolean }) {
  const failure = useSignal<Told | null>(null);
  const load = () => {
    failure.value = null;
    review.load().catch((error: unknown) => (failure.value = toldOf(error)));
  };
  useEffect(load, [review]);
  const decisions = review.decisions.value ?? [];
  return (
    <>
      {mayDecide && <Decide review={review} current={decisions[0]?.status} />}
      {failure.value && <Failure error={failure.value} retry={load} />}
      {decisions.length > 0 && (
        <ol class="decisions" aria-label="Decisions, the newest first">
          {decisions.map((decision) => (
            <li key={decision.id}>
              <p class="row small">
                <Icon name={STATUS_FACES[decision.status].icon} />
                {describeDecision(decision, when.format(new Date(decision.createdAt)))}
              </p>
              {decision.note && <p class="small muted decision-note">{decision.note}</p>}
            </li>
          ))}
        </ol>
      )}
      {decisions.length === 0 && !failure.value && <p class="small muted">Nothing was decided yet.</p>}
    </>
  );
}

function Decide({ review, current }: { review: Review; current: Status | undefined }) {
  const { announcer } = useWatch();
  const { note } = review;
  const isBusy = useSignal(false);
  const failure = useSignal<Told | null>(null);
  const decide = async (status: Status) => {
    if (isBusy.value) return;
    isBusy.value = true;
    failure.value = null;
    try {
      await review.decide(status);
      announcer.say(`This version: ${STATUS_FACES[status].word}`);
    } catch (error) {
      // What was written stays.
      failure.value = toldOf(error);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <div class="stack-small">
      <label class="small" for="decision-note">
        Why, or what is missing (if you like)
      </label>
      <textarea
        id="decision-note"
        class="input"
        rows={2}
        maxLength={NOTE_CHARACTERS}
        value={note.value}
        onInput={(event) => (note.value = event.currentTarget.value)}
      />
      <div class="row">
        {STATUSES.map((status) => (
          <button
            key={status}
            type="button"
            class="button"
            aria-pressed={status === current}
            aria-busy={isBusy.value}
            onClick={() => void decide(status)}
          >
            <Icon name={STATUS_FACES[status].icon} />
            {STATUS_FACES[status].word}
          </button>
        ))}
      </div>
      {failure.value && <Failure error={failure.value} />}
    </div>
  );
}
