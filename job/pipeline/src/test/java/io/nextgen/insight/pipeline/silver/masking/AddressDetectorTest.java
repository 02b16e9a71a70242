package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I live at «12 Market Street»",
        "«712 bay orchard st»",
        "«803 linden dr»",
        "«12 oak ct»",
        "«9 vine rd norwich nr8 8gu» please",
        "«40 fern way dayton oh 45402» side door",
        "«17 Cornmarket, Derby»",
        "at «31 Eastgate, Lincoln»",
        "«Barranco Olmo, 8 29001 Toledo»",
        "«Calle Mayor s/n, 28014 Madrid»",
        "«Borgo San Rocco 12, 43121 Parma»",
        "at «wyb. Polna 47b, 48-532 Opole»",
        "«os. Leśne 5/12, 31-610 Kraków»",
        "«1346 Marginal Prado, 81086-084 Londrina»",
        "at «V Lukách 33, 747 94 Opava» smh",
        "at «Petőfi u. 19., Győr» please",
        "lives at «House No. 57, Nehru Nagar 2nd Cross, Madurai»",
        "address with «20 Linden Ter, Tampa» for",
        "«4 résidence du Parc, 59000 Lille»",
        "moved to «Avenida Central 15, São Paulo»",
        "«491 mill run \n fargo nd 58102» - thanks",
        "send it to «530 Briarwood Drive Laurel Springs NJ 08021».",
        "«350 Fifth Avenue, New York, NY 10118»",
        "address «2189 Market St, Johannesburg» is right",
        "«69 Spencer Street COOLOOLA COVE QLD 4580».",
        "my address is «737 west mayflower avenue»",
        "«200 e main phoenix az 85123» usa",
        "I moved to «221B Baker Street, London NW1 6XE»",
        "«12 bis rue de la Paix, 75002 Paris»",
        "«57 place Stanislas, NANTERRE»",
        "wohne in der «Hauptstr. 5, 80331 München»",
        "«Lange Straße 12b, 10115 Berlin»",
        "vivo en «Calle de Alcalá 45, 28014 Madrid»",
        "abito in «Via Roma 10, 20121 Milano»",
        "moro na «Rua Augusta 500, Lisboa»",
        "«Øvre Sandviksveien 57, 5034 BERGEN»",
        "«Suensaarenkatu 22, 98570 AAPAJÄRVI»",
        "«Westerdorp 346, 6637 Tintange» it is",
        "I'll meet you at «Voorimehe 72, Rosma».",
        "woon op «Prinsengracht 263, 1016 Amsterdam»",
        "it is «Flat 3, 9 Baker Street, Leeds LS1 4AB»",
        "I live at «24 Queens Hill, Reading RG1 7AN»",
        "wohne in «An der Alster 13, 20099 Hamburg»",
        "vivo en «Calle de Toledo nº 46, piso 2, 28005 Madrid»",
        "address: «8118 State Route 89, Macon, GA 31201»",
        "my address is «45, Anna Nagar, Chennai 600040». Please hurry",
        "livrer au «9 ter rue de la Paix, 13100 Aix-en-Provence»",
        "I live at «2949 elm dr apt 4 tampa fl 33601»",
        "send it to «P.O. Box 1182»",
        "ik woon aan de «Prinsengracht 401, 1016 HM Amsterdam»",
        "my address is «905 w maple ave tulsa ok 74104»",
        "please ship to «9053 Kling Path Suite 902, Brazoria»",
        "we are at «6/21 Wattle Street, Sydney NSW 2007»",
        "«300 King Street West, Toronto ON M5V 1J2»",
        "mieszkam: «ul. Marszałkowska 10, 00-590 Warszawa»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.ADDRESS, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the speed is 50 on this street",
        "24 hour drive",
        "500 gb hard drive",
        "2 way street",
        "50 Channels, Disney",
        "12 months close account",
        "5 star drive",
        "i have 4 lines ave 50 each",
        "3 day trial way too short",
        "PL MAKE A CORRECTION 41",
        "call 555 extension 51",
        "I waited 3 hours on the road",
        "iPhone 13, Galaxy 9 and Windows 11, Chrome",
        "Please see step 4, Settings",
        "model Nighthawk 7000, Netgear",
        "in 12 days, please",
        "I pay 50, they get 10",
        "room 483. At 11pm",
        "from 5th and Main to 5th",
        "2 people are on the way",
        "on channel 5, Monday"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
