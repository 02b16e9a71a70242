package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.Ticket;
import io.nextgen.insight.pipeline.silver.KnownValue;
import io.nextgen.insight.pipeline.silver.PiiHasher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An invented chat of a customer with an agent: complaints, questions and answers, with personal
 * data in about one turn of five, and with numbers that are none in as many.
 */
record MaskingChat(String name, String email, List<String> turns) {

  private static final int MEGABYTE = 1_000_000;
  private static final int TURNS = 12;
  private static final long SEED = 20_261_126;

  private static final List<String> NAMES =
      List.of("Jo Lund", "Priya Raman", "Tomás Herrera", "Anke Brandt", "Kofi Mensah");

  private static final List<String> PLAIN =
      List.of(
          "The internet has been down since this morning and nobody tells me anything about it.",
          "I already restarted the modem twice, and the light is still blinking orange.",
          "ok",
          "Thank you for your patience. Let me have a look at the line from here.",
          "My bill went up again, although you promised that the price would stay the same for a year.",
          "is there any way to get a technician this week? i work from home and need it",
          "I understand how frustrating that is, and I am sorry for the trouble.",
          "Every evening the video starts to buffer, and the calls drop after a few minutes.",
          "no that did not help, same as before",
          "I have been a customer for many years and this is the worst service that I have seen.",
          "Please unplug the power cable, wait for a while, and plug it in again.",
          "Fine, but if this is not solved by Friday I will go to somebody else.",
          "May I have your phone number, please, in case that we get disconnected?",
          "Das WLAN bricht jeden Abend ab, und am Telefon erreicht man niemanden.",
          "Llevo tres días sin conexión y nadie me da una solución.");

  private static final List<String> NUMBERED =
      List.of(
          "The order number is ORD-%08d, it was placed on 2026-11-03.",
          "I pay $89.99 for 500 Mbps and get 43, see ticket %07d.",
          "It says error 0x8007%04d on version 17.14.2.",
          "UPS tracking 1Z999AA1%010d has not moved since Tuesday.",
          "The model is CGM4140COM and the log says 2026-11-22 20:15:04 link down %d times.");

  private static final List<String> PERSONAL =
      List.of(
          "You can reach me at (212) 555-01%02d after six.",
          "My email is %2$s, as it was before.",
          "this is %3$s, account number 8155%08d",
          "i paid with 4111 1111 1111 1111 and got charged twice, case %d",
          "Send somebody to %d Market Street, Springfield, IL 62701.",
          "my router has 203.0.113.%d and fe80::f40b:a6f1:4141:c669, ssn 219-09-9999",
          "Refund to DE89 3704 0044 0532 0130 00, please; born on 03/17/1972; mobile +44 7700 9001%02d");

  /** Chats of about a megabyte altogether; the same ones each time. */
  static List<MaskingChat> megabyte() {
    Random random = new Random(SEED);
    List<MaskingChat> chats = new ArrayList<>();
    int characters = 0;
    while (characters < MEGABYTE) {
      MaskingChat chat = chat(random);
      characters += chat.turns().stream().mapToInt(String::length).sum();
      chats.add(chat);
    }
    return chats;
  }

  private static MaskingChat chat(Random random) {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    String email = "customer" + random.nextInt(10_000) + "@example.com";
    List<String> turns = new ArrayList<>(TURNS);
    for (int i = 0; i < TURNS; i++) {
      turns.add(turn(random, email, name));
    }
    return new MaskingChat(name, email, turns);
  }

  private static String turn(Random random, String email, String name) {
    int kind = random.nextInt(5);
    int number = random.nextInt(100);
    return switch (kind) {
      case 0 -> any(PERSONAL, random).formatted(number, email, name);
      case 1 -> any(NUMBERED, random).formatted(number);
      default -> any(PLAIN, random) + " " + any(PLAIN, random);
    };
  }

  private static String any(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }

  /** What the customer's ticket tells. */
  List<KnownValue> known(PiiHasher hasher) {
    Ticket ticket =
        new Ticket(
            "T-1",
            "C-1",
            null,
            null,
            null,
            null,
            name,
            email,
            "(312) 555-0188",
            List.of(),
            null,
            new Origin("tickets.json", 1, Instant.EPOCH),
            Instant.EPOCH);
    return IdentityFingerprint.of(ticket, hasher);
  }
}
