import { Allow } from '#platform';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@Allow('public')
@ObjectType('PasskeyQuestion', { description: 'What the browser is asked, to be answered once within five minutes.' })
export class PasskeyQuestionType {
  @Field(() => ID, { description: 'Sent back with the answer.' })
  challengeId: string;

  @Field(() => String, {
    description: "JSON, as WebAuthn's `parseRequestOptionsFromJSON` and `parseCreationOptionsFromJSON` read it.",
  })
  options: string;
}

@InputType('PasskeyReplyInput', { description: "The browser's answer to a question." })
export class PasskeyReplyInput {
  @Field(() => ID, { description: 'Of the question.' })
  challengeId: string;

  @Field(() => String, { description: "JSON, as the credential's `toJSON` writes it." })
  answer: string;
}
