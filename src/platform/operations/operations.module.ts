import { Global, Module } from '@nestjs/common';
import { OperationStreams } from './operation-streams.js';
import { Operations } from './operations.js';

@Global()
@Module({ providers: [Operations, OperationStreams], exports: [Operations, OperationStreams] })
export class OperationsModule {}
