import { mount } from 'svelte';
import App from './App.svelte';
import { preferredLanguage, setLanguage } from './i18n/i18n.svelte';
import './theme.css';
import { registerWorker } from './worker/register';

await setLanguage(preferredLanguage(), false);
mount(App, { target: document.getElementById('page')! });
void registerWorker();
