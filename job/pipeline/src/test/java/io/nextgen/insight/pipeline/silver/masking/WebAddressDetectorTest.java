package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressDetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      maxCharsPerColumn = 2000,
      textBlock =
          """
          https://my.example.com/r?email=jo.lund@example.com&src=mail     | https://my.example.com/r?email=[EMAIL]&src=mail
          https://my.example.com/r?email=jo.lund%40example.com&src=mail   | https://my.example.com/r?email=[EMAIL]&src=mail
          https://a.example.com/?to=%2Fr%3Femail%3Djo%2540example.com&b=1 | https://a.example.com/?to=%2Fr%3Femail%3D[EMAIL]&b=1
          https://a.example.com/?to=/r?email=jo@example.com&b=1           | https://a.example.com/?to=/r?email=[EMAIL]&b=1
          https://a.example.com/?to=https%3A%2F%2Fb.example.com%2F%3Fcard%3D4111111111111111%26n%3D1&z=3 | https://a.example.com/?to=https%3A%2F%2Fb.example.com%2F%3Fcard%3D[CARD]%26n%3D1&z=3
          https://pay.example.com/?card=5555555555554444&page=2           | https://pay.example.com/?card=[CARD]&page=2
          https://pay.example.com/?q=5555-5555-5555-4444                  | https://pay.example.com/?q=[CARD]
          https://a.example.com/?tel=2125550134                           | https://a.example.com/?tel=[PHONE]
          see a.example.com/?msisdn=%2B12125550134                        | see a.example.com/?msisdn=[PHONE]
          a.example.com?phone=212+555+0134&x=1                            | a.example.com?phone=[PHONE]&x=1
          wa.me/12125550134                                               | wa.me/[PHONE]
          https://wa.me/12125550134?text=My%20name%20is%20Jo%20Lund       | https://wa.me/[PHONE]?text=My%20name%20is%20[NAME]
          whatsapp://send?phone=12125550134                               | whatsapp://send?phone=[PHONE]
          tel:+12125550134 or sms:2125550134?body=hi                      | tel:[PHONE] or sms:[PHONE]?body=hi
          mailto:jo.lund%40example.com?cc=al@example.com                  | mailto:[EMAIL]?cc=[EMAIL]
          https://a.example.com/u/jo.lund@example.com/edit                | https://a.example.com/u/[EMAIL]/edit
          https://a.example.com/#/mail?phone=2125550134                   | https://a.example.com/#/mail?phone=[PHONE]
          https://a.example.com/cb#access_token=ya29.x1&expires_in=3600   | https://a.example.com/cb#access_token=[SECRET]&expires_in=3600
          https://a.example.com/app;jsessionid=A1B2C3D4?x=1               | https://a.example.com/app;jsessionid=[SECRET]?x=1
          https://a.example.com/?password=a%26b&otp=482913&n=1            | https://a.example.com/?password=[SECRET]&otp=[SECRET]&n=1
          https://a.example.com/?ssn=078-05-1120&dob=1984-03-12&page=2    | https://a.example.com/?ssn=[SSN]&dob=[BIRTH_DATE]&page=2
          https://a.example.com/?nombre=Juan%20P%C3%A9rez&telefono=212%20555%200134 | https://a.example.com/?nombre=[NAME]&telefono=[PHONE]
          https://a.example.com/?rufnummer=2125550134&passwort=geheim     | https://a.example.com/?rufnummer=[PHONE]&passwort=[SECRET]
          https://jo.lund:hunter22@example.com/inbox                      | https://[EMAIL]:[SECRET]@example.com/inbox
          https://jo.lund@example.com/inbox?x=1                           | https://[EMAIL]@example.com/inbox?x=1
          https://a.example.com/?e=am8ubHVuZEBleGFtcGxlLmNvbQ==&y=1       | https://a.example.com/?e=[EMAIL]&y=1
          https://a.example.com/?amp=1&amp;phone=2125550134               | https://a.example.com/?amp=1&amp;phone=[PHONE]
          (https://a.example.com/?email=jo@example.com), call me          | (https://a.example.com/?email=[EMAIL]), call me
          GET /r?email=jo%40example.com&phone=2125550134 HTTP/1.1         | GET /r?email=[EMAIL]&phone=[PHONE] HTTP/1.1
          email=jo%40example.com&phone=2125550134&plan=gold               | email=[EMAIL]&phone=[PHONE]&plan=gold
          user=jo.lund@example.com;x=1                                    | user=[EMAIL];x=1
          https://a.example.com/?email=[EMAIL_1]&src=mail                 | https://a.example.com/?email=[EMAIL]&src=mail
          """)
  void masksTheValuesAndKeepsTheRest(String text, String expected) {
    String masked = MarkedText.conversation().maskTurn(text);

    assertThat(MarkedText.withoutNumbers(masked)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.example.com/help/article/4408822124314?page=2#step-10",
        "https://www.example.com/orders/2125550134?order=3074185296&ticket=4797038791",
        "https://www.example.com/?id=2125550134&product_id=4111111111111111",
        "https://www.example.com/contact/2125550134",
        "https://www.example.com/u/110bcd25-a55d-453a-8046-1297901ea002",
        "https://www.example.com/?session=110bcd25-a55d-453a-8046-1297901ea002",
        "https://www.example.com/?q=router+reboots&utm_source=mail&utm_campaign=spring_sale",
        "https://www.example.com/?email=true&phone=1&card=visa&name=router&password=",
        "https://www.example.com/password/reset?step=2",
        "git clone https://git@github.com/example/modem.git",
        "https://www.example.com/?token_type=bearer&expires_in=3600"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }

  @Test
  void givesAValueTheTokenThatItHasOutside() {
    PiiMasker.Conversation conversation =
        MarkedText.conversation("Jo Lund", "jo.lund@example.com", "212-555-0134");
    conversation.maskTurn("Jo Lund, jo.lund@example.com, (212) 555-0134");

    assertThat(
            conversation.maskTurn(
                "https://a.example.com/jo-lund?mail=jo.lund%40example.com&tel=%2B12125550134"
                    + "&customer_name=lund,%20jo&cc=jo.lund%2540example.com"))
        .isEqualTo(
            "https://a.example.com/[NAME_1]?mail=[EMAIL_1]&tel=[PHONE_1]"
                + "&customer_name=[NAME_1]&cc=[EMAIL_1]");
  }

  @Test
  void readsOnlyAFewAddressesInsideOfOneAnother() {
    String text = "http://a.example.com/?u=".repeat(2000) + "jo@example.com";

    assertThat(MarkedText.conversation().maskTurn(text)).endsWith("[EMAIL_1]");
  }
}
