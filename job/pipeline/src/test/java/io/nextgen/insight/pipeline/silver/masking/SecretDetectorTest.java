package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my password is «hunter2!» and",
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
        "log in with «hunter22» as my password"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.SECRET, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the password for MyChart and YouTube",
        "the password is wrong",
        "password reset does not work",
        "I forgot my password again",
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
        "mot de passe est oublié"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
