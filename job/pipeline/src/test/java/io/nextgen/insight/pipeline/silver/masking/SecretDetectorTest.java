package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my password is «hunter2!» and",
        "senha do wifi «lagarto848»",
        "la password della rete è «Gatto2020»",
        "le mot de passe de la box est «bleuciel77»",
        "das Passwort für den Router lautet «Blume-77»",
        "WLAN-Schlüssel: «hundkatze9»",
        "kundenkennwort «Regen94!»",
        "wachtwoord van de wifi is «Kaas2020!»",
        "contraseña del wifi es «Luna2020»",
        "pin number on file «4821»",
        "código de seguridad «4821»",
        "the answer to my security question is «Fluffy22»",
        "security answer is «Fluffy»",
        "passphrase: «purple monkey dishwasher»",
        "my password is '«otter words»'",
        "the password on the sticker says «k3Jx92mQ»",
        "the otp I received is «482193»",
        "«4821» is my pin",
        "tried «Violet88%» and it says wrong password",
        "psk=«hundkatze9»",
        "«hunter22!» is my password",
        "my old password was «Sunset7x» and the new one is «Moon88yy»",
        "logged in with «Violet?88Xy» before, its my password",
        "admin pw on the gateway is «otter-cloud-65» pls",
        "wifi pw: «Summer33@» please",
        "pw=«Tr0ub4dor&3»",
        "pin is «4821»",
        "my pin «4821» works",
        "the passcode: «135790».",
        "pass «Eagles15!» rejected every time",
        "password is \"«correct.horse9»\"",
        "password: «xkcdzqv»",
        "Passwort lautet «Sommer2025!»",
        "la contraseña es «Gato1234»",
        "mot de passe : «Chien_99»",
        "the password for my router is «Sunset_Blvd7»",
        "cvv «123»",
        "password: «dragon»",
        "my password is «dragon».",
        "the wifi key is «letmein9»",
        "your verification code is «839201»",
        "one-time code «4711»",
        "a senha é «hunter2!»",
        "the password I set was «Rainbow7!»",
        "the puk is «12345678»",
        "pw «jVqwOMgXDs»",
        "log in with «hunter22» as my password",
        "the key for the wifi is «Otter-River_42»",
        "network name HomeNet5G, key is «Otter-River_42»",
        "ssid HomeNet5G, the key: «Otter-River_42»",
        "der Schlüssel für das WLAN lautet «Otter_42»",
        "la clave del wifi es «Nutria_42»",
        "la clé du wifi est «Loutre_42»",
        "la chiave del wifi è «Lontra_42»",
        "a chave do wifi é «Lontra_42»",
        "de sleutel van de wifi is «Otter_42»",
        "passphrase «yellow river stone window»",
        "passphrase «right turtle lamp copper»",
        "die Antwort auf die Sicherheitsfrage ist «Fluffy»",
        "la respuesta a la pregunta de seguridad es «Fluffy»",
        "la réponse à la question secrète est «Fluffy»",
        "la risposta alla domanda di sicurezza è «Fluffy»",
        "a resposta da pergunta de segurança é «Fluffy»",
        "antwoord op de beveiligingsvraag is «Fluffy»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.SECRET, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the password for MyChart and YouTube",
        "the password is wrong",
        "wifi password for the 5ghz network is wrong",
        "password on my iPhone 12 keeps failing",
        "olvidé mi contraseña ayer",
        "j'ai oublié mon mot de passe wifi",
        "password must be 8 to 16 characters",
        "I never got the security code",
        "the password for my nighthawk R7000 router does not work",
        "security question does not work",
        "i tried the password 4 times",
        "password reset does not work",
        "I forgot my password again",
        "forgot password and my bill is 2345",
        "still says wrong password. help",
        "enter the pin code please",
        "Transaction failed after I enter my PIN",
        "password should be longer",
        "boarding pass for two",
        "my password is wrong.",
        "the password was changed, and now it fails",
        "error code 8821",
        "password: required",
        "mein Passwort ist falsch",
        "la contraseña es incorrecta",
        "het wachtwoord is verlopen.",
        "mot de passe est oublié",
        "the network is down, the key issue is the modem",
        "the product key is ABCD1234",
        "press the key on the router",
        "passphrase prompt does not appear",
        "the passphrase is wrong again and again"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
