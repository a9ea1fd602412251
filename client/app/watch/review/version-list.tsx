import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Failure } from '#client/ui/failure.tsx';
import { toldOf, type Told } from '#client/ui/told.ts';
import { useWatch } from '../watch.ts';
import { readVersions, type Version } from './version-stack.ts';

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** The versions of the video: each to be watched, or compared with this one. */
export function VersionList() {
  const { video } = useWatch().boot;
  const versions = useSignal<readonly Version[] | null>(null);
  const failure = useSignal<Told | null>(null);
  const load = () => {
    failure.value = null;
    readVersions(video.id).then(
      (read) => (versions.value = read),
      (error: unknown) => (failure.value = toldOf(error)),
    );
  };
  useEffect(load, [video.id]);
  if (failure.value) return <Failure error={failure.value} retry={load} />;
  if (!versions.value) return <p class="small muted">Loading …</p>;
  return (
    <ul class="versions">
      {versions.value.map((other) => (
        <li key={other.id} class="row">
          <a href={`/v/${other.shortId}`} aria-current={other.id === video.id ? 'page' : undefined}>
            v{other.version.number}
            <span class="visually-hidden">: {other.title}</span>
          </a>
          <span class="small muted version-about">
            {day.format(new Date(other.createdAt))} · <span class="figures">{other.commentCount}</span>{' '}
            {other.commentCount === 1 ? 'comment' : 'comments'}
          </span>
          {other.id !== video.id && other.hlsUrl && video.hlsUrl && (
            <a class="button small-button" href={`/compare/${other.shortId}/${video.shortId}`}>
              Compare<span class="visually-hidden"> version {other.version.number} with this one</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
