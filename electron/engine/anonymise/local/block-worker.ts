import { parentPort, workerData } from 'node:worker_threads';
import { workBlocks, type BlockState, type BlockTask } from './work-blocks.ts';

const { task, state } = workerData as { task: BlockTask; state: BlockState };
workBlocks(task, state);
parentPort?.postMessage('done');
