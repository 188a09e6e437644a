import type { Language, Words } from '#kernel';
import { isMalformedId, isTimeOver, NotAllowed, NotFound, StepUpNeeded } from '#platform';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NoticePage } from './notice-page.js';
import { seeOther, sendPage } from './send-page.js';

const notices: Readonly<Record<number, { title: Words; message: Words }>> = {
  403: {
    title: { es: 'No tiene permiso', en: 'Not allowed' },
    message: {
      es: 'Esta página no es para usted. Abra el enlace de su último correo o inicie sesión con otra cuenta.',
      en: 'This page is not for you. Open the link of your latest mail or sign in with another account.',
    },
  },
  404: {
    title: { es: 'No encontramos esta página', en: 'We could not find this page' },
    message: {
      es: 'Revise que la dirección esté completa: a veces el correo la corta en dos líneas.',
      en: 'Check that the address is complete: mail programs sometimes break it into two lines.',
    },
  },
  413: {
    title: { es: 'El envío es demasiado grande', en: 'The submission is too large' },
    message: { es: 'Acorte los textos y envíe de nuevo.', en: 'Shorten the texts and send again.' },
  },
  503: {
    title: { es: 'Tardó demasiado', en: 'This took too long' },
    message: {
      es: 'Lo dejamos a medias y no se guardó nada de este envío. Espere un minuto y vuelva a intentarlo.',
      en: 'We gave it up and kept nothing of this submission. Wait a minute and try again.',
    },
  },
  500: {
    title: { es: 'Algo falló de nuestro lado', en: 'Something failed on our side' },
    message: {
      es: 'No se perdió nada de lo que ya estaba guardado. Espere un momento, vuelva atrás y envíe de nuevo.',
      en: 'Nothing that was already saved is lost. Wait a moment, go back and send again.',
    },
  },
};

/** Turns whatever a page threw into a page that says what to do. Faults of ours are logged once, with the request's id. */
@Catch()
export class PageErrors implements ExceptionFilter {
  private readonly logger = new Logger('Pages');

  async catch(error: unknown, host: ArgumentsHost): Promise<unknown> {
    if (host.getType<'http' | 'graphql'>() === 'graphql') return error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = statusOf(error);
    if (status >= 500) {
      const stack = error instanceof Error ? error.stack : String(error);
      this.logger.error({ message: 'A page failed', request: request.id, stack });
    }
    if (reply.sent) return undefined;
    if (error instanceof StepUpNeeded) return void (await sendStepUp(request, reply, error));
    const notice = notices[status] ?? notices[status >= 500 ? 500 : 404];
    await sendPage(reply, <NoticePage language={languageOf(request)} {...notice} />, { status });
    return undefined;
  }
}

function statusOf(error: unknown): number {
  if (error instanceof NotFound || isMalformedId(error)) return 404;
  if (error instanceof NotAllowed) return 403;
  if (isTimeOver(error)) return 503;
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' ? status : 500;
}

function languageOf(request: FastifyRequest): Language {
  return request.viewer?.language ?? 'es';
}

/** A program, and the panel when it fetches, get the code; somebody who opened an address is asked who they are and led back. */
async function sendStepUp(request: FastifyRequest, reply: FastifyReply, error: StepUpNeeded): Promise<void> {
  const isNavigation = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
  if (isNavigation)
    return seeOther(reply, `/entrar/comprobar?${new URLSearchParams({ volver: request.url }).toString()}`);
  const body = { code: StepUpNeeded.code, message: error.message };
  await reply.status(403).header('Cache-Control', 'no-store').send(body);
}
