import { parentPort, workerData } from 'node:worker_threads';
import { workBlocks, type BlockTask } from './work-blocks.ts';

workBlocks(workerData as BlockTask);
parentPort?.postMessage('done');
