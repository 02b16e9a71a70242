package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«beatrice field»",
        "«Marielle W. Korsu» from Tailspin",
        "yes correct «johannes van beek» it is",
        "my landlord «Dr. Le Roux» says so",
        "this is «luan bürger»",
        "«Nuka» shouted at me",
        "named him «Kelli»",
        "im «Figueiredo, Thaís»",
        "«elfrieda shields-morris» called",
        "on behalf of «madison okoro»",
        "my name is «Jo Lund».",
        "My name is «Dr. Lund»., thanks",
        "name's «Åsa Sjöberg»",
        "Name: «O'Brien, Seán»",
        "my name is «eloise luke» and i am angry",
        "my name is «john dwanye»\nsee the ticket",
        "account is under «Jennifer Lund»",
        "Am I speaking with «Hakugi, Yukiyo»?",
        "Hi «Sarah», your order ships Monday",
        "Hi, this is «John». I need a room",
        "I'm «Priya Raghunathan» btw",
        "regards,\n«Thomas Weber»",
        "thank you, «Ms. Sharma»",
        "put my wife «Marie» on the account",
        "«Margrethe Lundblad» ssn is on file",
        "«Ana Lund», the one with the modem",
        "«john» 123456",
        "«gabriel» ssn please",
        "«wyman faye» email is there",
        "mein Name ist «Änne Müller»",
        "je m'appelle «Zoé Lefèvre»",
        "me llamo «José García López» y",
        "mi chiamo «Giulia Rossi»",
        "meu nome é «Lily»",
        "mijn naam is «Pieter van den Berg».",
        "ich heiße «Jürgen Groß» und",
        "you can call me «Xiomara»",
        "Hello, I'm «Kwame». my modem is dead",
        "Thanks!\n- «Dave»",
        "Sincerely yours, «Dr. Aoife Ní Bhriain»",
        "Hello «Minjun»! How can I help?",
        "No problem, «Grace».",
        "Thanks for waiting, «Íñigo»",
        "and «Rajesh» never showed up",
        "I asked «S. Zimmermann» for it",
        "add «Seoyeon Choi» to the plan",
        "Thanks,\n«Will»",
        "my last name is spelled «L-U-N-D»",
        "Your agent today is «Dragan»",
        "in the name of «Rose Thornton»",
        "the tech who came, «monja çiftçi», never fixed it",
        "I'm «Ethan Gates»",
        "Attn: «Oliver Crane»",
        "my name is «Clara Hedge» and I am upset",
        "my name is «Clara» Please help"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.NAME, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ping 203 hosts",
        "Will you fix it? May I cancel?",
        "i hope you fix this, i will sue you",
        "is there a grace period for the bill",
        "please waive the fee, chase up the technician",
        "since May the service is bad",
        "the phone is rose gold",
        "my name is not important",
        "the name is wrong on the bill",
        "the city name is there",
        "file name report",
        "I am happy with Verizon",
        "I'm tired of this",
        "this is ridiculous",
        "Thanks, that works",
        "Great, thanks",
        "Danke, das klappt",
        "Parfait, merci",
        "Hi there, hello again",
        "iPhone 13, Galaxy 9 and Windows 11",
        "I am on Comcast Xfinity",
        "User: the modem is dead",
        "Latency 41 ms ping",
        "since 21 Jan 2024",
        "Preis 7810",
        "walk down Craig Street",
        "no coverage in Atlanta",
        "im Voraus danke",
        "the U-S-B port",
        "HBO Max and Hey Siri",
        "Hoi, mijn internet werkt niet",
        "Fritzbox 7590 AX",
        "Sehr geehrte Damen und Herren",
        "the tech who came, dhcp wifi, never fixed it",
        "¿me lee el código que le enviamos?",
        "Lee el mensaje por favor",
        "Quel est votre nom de famille ?"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
