// The program of the threads in which untrusted documents are read; see createIsolation.
import { nodeFiles } from '../dist/threads/node-files.js';
import { probeTasks } from '../dist/threads/probe-tasks.js';
import { serveTasks } from '../dist/threads/serve-tasks.js';

serveTasks(probeTasks(nodeFiles));
