import { Controller, Get, Header, Headers, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Candidates } from '../../candidates/index.js';
import { CurrentPrincipal, Policy, type Principal } from '../../identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/errors/index.js';
import {
  AcceptsMultipart,
  BodyLimit,
  Creates,
  Multipart,
  RawBody,
  idOf,
  type MultipartForm,
} from '../../platform/http/index.js';
import { CredentialDocuments } from '../application/credential-documents.js';
import { SubmitCredential } from '../application/submit-credential.js';
import { ACCEPTED_TYPES, acceptedType, LINK_TYPE } from '../domain/content-types.js';
import { DocumentTypeNotAccepted, EmptyDocument, MAX_DOCUMENT_BYTES } from '../domain/intake-errors.js';
import type { Submission } from '../domain/submission.js';
import { presentSubmission, SubmissionDto } from './submission-view.js';

@ApiTags('credentials')
@Controller('v1')
export class CredentialSubmissionController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: Candidates,
    private readonly submit: SubmitCredential,
    private readonly documents: CredentialDocuments,
  ) {}

  @Post('candidates/:id/credentials')
  @Creates()
  @BodyLimit(MAX_DOCUMENT_BYTES)
  @AcceptsMultipart({ maxFileBytes: MAX_DOCUMENT_BYTES, maxFiles: 1 })
  @Policy('admin', 'recruiter', 'integration')
  @ApiOperation({ summary: 'Hand in a credential: the document itself as the body' })
  @ApiConsumes(...ACCEPTED_TYPES, 'multipart/form-data')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiAcceptedResponse({ type: SubmissionDto })
  @ApiOkResponse({ type: SubmissionDto, description: 'The candidate had these bytes before' })
  async submitDocument(
    @Param('id', idOf('candidate')) candidateId: string,
    @Headers('content-type') contentType: string | undefined,
    @RawBody() body: Buffer,
    @Multipart() form: MultipartForm | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmissionDto> {
    const document = form === undefined ? fromBody(body, contentType) : fromForm(form);
    const { credential, duplicate } = await this.unitOfWork.run(principal.organizationId, async (tx) => {
      // Held, so that a person who is erased at this moment is not given a credential afterwards.
      await this.candidates.present(tx, candidateId, 'for-update');
      return this.submit.run(tx, { ...document, candidateId }, principal);
    });
    void reply.status(duplicate ? 200 : 202).header('location', `/v1/credentials/${credential.id}`);
    return presentSubmission(credential);
  }

  /** Served so that no browser ever runs it: it is a stranger's file. */
  @Get('credentials/:id/original')
  @Policy('admin', 'recruiter', 'auditor', 'integration')
  @Header('content-security-policy', `sandbox; default-src 'none'`)
  @ApiOperation({ summary: 'The document, byte for byte as received' })
  async original(
    @Param('id', idOf('credential')) id: string,
    @CurrentPrincipal() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { credential, bytes } = await this.unitOfWork.run(principal.organizationId, async (tx) => ({
      credential: await this.documents.find(tx, id),
      bytes: await this.documents.original(tx, id),
    }));
    if (credential === undefined || bytes === undefined) throw new NotFound('credential');
    await reply
      .header('content-type', credential.contentType)
      .header('content-disposition', `attachment; filename="credential-${id}"`)
      .header('x-content-type-options', 'nosniff')
      .header('etag', `"${credential.sha256}"`)
      .send(bytes);
  }
}

type Document = Omit<Submission, 'candidateId'>;

function fromBody(bytes: Buffer, header: string | undefined): Document {
  const contentType = acceptedType(header);
  // An empty body often comes without a type; what is missing then is the document.
  if (bytes.length === 0 && (header === undefined || contentType !== undefined)) throw new EmptyDocument();
  if (contentType === undefined) throw new DocumentTypeNotAccepted();
  return { bytes, contentType, source: contentType === LINK_TYPE ? 'link' : 'api' };
}

function fromForm(form: MultipartForm): Document {
  const file = form.files.find((candidate) => candidate.field === 'file');
  if (file === undefined || file.content.length === 0) throw new EmptyDocument();
  // Browsers send a generic type for files that they do not know; the content decides in any case.
  const contentType = acceptedType(file.contentType) ?? 'application/octet-stream';
  return {
    bytes: file.content,
    contentType,
    ...(file.filename === undefined ? {} : { fileName: file.filename }),
    source: 'api',
  };
}
