package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call me at «(212) 555-0134».",
        "«(212)555-0134»",
        "«212-555-0134»",
        "«212.555.0134»",
        "«212 555 0134»",
        "«2125550134»",
        "«212/555-0134»",
        "«212 - 555 - 0134»",
        "«212-5550134»",
        "«+1 212 555 0134»",
        "«+12125550134»",
        "«+1 (212) 555-0134»",
        "«1-212-555-0134» is right",
        "«+1.212.555.0134»",
        "«001 212 555 0134»",
        "«011 44 20 7946 0958»",
        "«(212) 555-0134 ext. 12»",
        "«212-555-0134 x204».",
        "«212‑555‑0134»",
        "«212\u00a0555\u00a00134»",
        "«２１２ 555 0134»",
        "«212\u200b555\u200b0134»",
        "my number is «555-0134»",
        "phone «5550134»",
        "cell:«2125550134»",
        "tel«2125550134» is mine",
        "Ph#«+31 (0)20 555 8587»",
        "my number is «+076488582120»",
        "«+44 20 7946 0958»",
        "«0044 20 7946 0958»",
        "«020 7946 0958»",
        "«+44 (0)20 7946 0958»",
        "«+33 1 99 00 12 34»",
        "«06.39.98.12.34»",
        "«+49 30 23125 012»",
        "«030/23125012»",
        "«+91-98765-43210»",
        "«+61 491 570 156»",
        "«+353 87 555 0142»",
        "meine Nummer ist «0171 39200 12»",
        "mi teléfono es «91 555 01 23»",
        "Telefon «089 2312 5012»",
        "«+52 55 5555 0134» 📞",
        "📞«212-555-0134»📞",
        "我的电话是«13800138000»谢谢",
        "мой телефон «+7 912 345-67-89»",
        "hours 06/01/2024, call «(212) 555-0134»",
        "call «2️⃣1️⃣2️⃣-5️⃣5️⃣5️⃣-0️⃣1️⃣3️⃣4️⃣»",
        "cell «212•555•0134»",
        "«²¹²-⁵⁵⁵-⁰¹³⁴» is mine",
        "Dana\'s number is «32 12 34 56»",
        "rappelez-moi au «32 90 89 32»",
        "new number «2 234 5678»",
        "«212.5550134»",
        "ph «1910486825 x 07637»",
        "fax «19104868»",
        "tel/mob: «1910486825»",
        "mob/whatsapp «1910486825 #12»",
        "call «(212) 555-0134 (ext 12)» please",
        "«212-555-0134;ext=1204».",
        "«212-555-0134, extension no. 12»",
        "phone («2125550134»)",
        "send the code to «212-555-0134»",
        "price of the data plan - «(402).555.2699» <- call this one",
        "the plan caller id shows «619 - 555 - 0635» but",
        "wrong number, it is \\n«212-555-0134»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.PHONE, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order ID is 1122334455.",
        "order number 212-555-0134",
        "order #743-0198406-7342765",
        "ticket 2125550134 is still open",
        "it dropped at 1764644397",
        "since 27.06.2024",
        "on 2024-05-26 at 10:38:45",
        "from 2019-2024",
        "$2,276.31 and 183,79 €",
        "speed 827/37 mbps",
        "tracking 9400804851750435525534",
        "case CAS-51875-X46",
        "error 0x80073291",
        "build 17580.5829",
        "version 17.14.12.108",
        "plan code XFN604619",
        "reference AMZN123456789012",
        "https://help.example.com/kb/article/2125550134",
        "model SM-G991U1-R1",
        "24/7",
        "1,234,567,890 times",
        "bill 06/01/2024-06/30/2024 total 183.79",
        "RMA 20240511-33",
        "speed test 73.21/38.27 today",
        "OS 69225.1151 is out",
        "ports 27015-27030 are closed",
        "code #7997-4784",
        "it fell at 1738975125106",
        "go to example.com/bill/2125550134",
        "Seriennummer 3019876848",
        "tracking 9400 1409 8204 2125 5501 34",
        "service request 4797038791",
        "escalation no. 4797038791",
        "solicitud 4797038791",
        "downgrade to 129.0.7574",
        "it runs 129.0.7574 now",
        "call me, it has fw 8.2.429_893",
        "parcel 7694 7769 6203 never scanned",
        "call dropped at 1764644397",
        "tickets 12345678 and 4797038791 are open",
        "courier says 7853404389 was left at the door",
        "code #212-555-0134"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
