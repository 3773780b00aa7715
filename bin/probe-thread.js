// The program of the threads in which untrusted documents are read; see createIsolation.
import { nodeFiles } from '../dist/node-files.js';
import { probeTasks } from '../dist/probe-tasks.js';
import { serveTasks } from '../dist/serve-tasks.js';

serveTasks(probeTasks(nodeFiles));
