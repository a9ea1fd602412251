import { render } from 'preact';

const container = document.getElementById('app');
if (container) render(<p>Loading…</p>, container);
