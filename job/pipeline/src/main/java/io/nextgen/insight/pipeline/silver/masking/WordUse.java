package io.nextgen.insight.pipeline.silver.masking;

/**
 * What a context word is good for, beside being a {@link Label}. In the files of the languages a
 * section is called as its use is, in lower case and with spaces.
 */
enum WordUse {
  /** Between a label and its value, and says nothing itself: "number". */
  NUMBER_WORD,
  /** "Best number", "home number": of all numbers only a phone's is called so. */
  PHONE_QUALIFIER,
  /** "Service request 4711": right before a number it makes it a reference. */
  NUMBERED,
  /** "Send the code to ...": what stands behind is where it goes, not the number of the code. */
  DESTINATION,
  POSSESSIVE,
  /** "(212) 555-0134 is my phone", "... was the cell". */
  OWNING,
  /** "..., that is my cell". */
  POINTING,

  /** What stands before the name in an answer to the question for it: "sure, it's". */
  NAME_LEAD_IN,
  /** What somebody did or will do: "told", "promised". */
  NAME_DEED,
  /** Of those, what nothing but a person does: "shouted". */
  PERSON_DEED,
  /** Makes "name" behind it the name of a thing: "city name". */
  NAME_OF_THING,
  /** Somebody is spoken to: "hello", "thanks". */
  GREETING,
  /** "In", "near": of a capital behind it a town is more likely than a person. */
  BEFORE_PLACE,
  /** Letters follow: "spelled". */
  SPELLING,
  /** "N as in November": between a letter and the word for it. */
  SPELLING_LINK,

  /** Leads to where somebody is or something goes: "living", "wohnhaft". */
  ADDRESS_CUE,
  /** Of those, what an address follows more often than anything else: "live", "moved". */
  RESIDENCE,

  /** May stand between "password" and the password. */
  SECRET_LINK,
  /** The links that state a value: "is". */
  SECRET_STATING,
  /** What a password is, and no password: "wrong". */
  SECRET_STATE,
  /** "Security code": makes the code behind it a secret. */
  SECRET_CODE,
  /** "Network key": makes the key behind it a secret. */
  SECRET_KEY,
  /** "Code": a secret or not by the words around it. */
  CODE_NOUN,
  /** "Key": the same of a network's. */
  KEY_NOUN,
  /** "Promo code", "product key": what stands behind is no secret. */
  OTHER_CODE,
  /** "The code we texted you": makes it one to log in. */
  LOGIN_CODE_CUE,
  /** "Security answer": makes what is behind it a secret. */
  SECRET_ANSWER,
  /** "The answer to my security question". */
  SECRET_QUESTION,
  /** A secret of several words: "passphrase". */
  SECRET_PHRASE,

  REQUEST,
  /** "Your": of a few words and a label they make a question. */
  SECOND_PERSON,
  /** "And the address for the service": begins a question without a verb. */
  PROMPT_OPENING,
  /** "Can I", "could you": a request with the {@link #SIDE} behind. */
  MODAL,
  SIDE,
  WHO,
  /** "Who am I speaking with?" */
  SPEAKING,
  /** "Where should the technician come?": an address is asked for. */
  WHERE,
  /** What is done at the address: "come", "send". */
  VISIT,

  /** The word for {@code @}. */
  EMAIL_AT,
  /** "At sign". */
  EMAIL_AT_SIGN,
  /** The word for the point. */
  EMAIL_DOT,
  /** The word for another sign of an address. */
  EMAIL_SIGN,

  /** "Mbps": behind a number it makes it a quantity. */
  UNIT,
  MONTH,
  /** "Fourteenth". */
  ORDINAL,
  /** "Thousand": a part of a spoken year. */
  YEAR_WORD,
  /** "The fourteenth of March": between the parts of a spoken date. */
  DATE_JOINT,
  /** A spoken number, with its digits. */
  DIGIT,
  /** "Twenty", which a digit behind completes. */
  TENS,
  /** "Treinta y cuatro": between tens and digit. */
  TENS_JOINT,
  /** "Five five five, and then, uh, nine": between the groups of a spoken number. */
  SPOKEN_FILLER,
  /** "Double", with how often the digit behind counts. */
  REPEAT
}
