package io.nextgen.insight.pipeline.silver.masking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that say what a value is, in English, German, French, Spanish, Italian, Portuguese and
 * Dutch. In lower case, with the accents of the language; found without them too.
 */
final class LabelWords {
  /** Shorter words mean something else without their accent: French "né" and "ne". */
  private static final int SHORTEST_FOLDED = 3;

  private static final Map<String, Label> LABELS = new HashMap<>();

  /** "Vorgangsnummer", "Seriennummer": whose number the first part tells. */
  private static final String GERMAN_NUMBER = "nummer";

  /** Chinese and Japanese: telephone, mobile phone. */
  private static final List<String> PHONE_IDEOGRAPHS = List.of("电话", "手机", "電話", "手機", "携帯");

  /** Words between a label and its value that say nothing themselves. */
  private static final Set<String> NUMBER_WORDS =
      Set.of(
          "number", "numbers", "no", "num", "nr", "nos", "nummer", "nbr", "numero", "número",
          "numéro", "id", "nº", "n°", "#");

  /** "Best number", "home number": of all numbers only a phone's is called so. */
  private static final Set<String> PHONE_QUALIFIERS =
      Set.of(
          "new",
          "old",
          "other",
          "best",
          "home",
          "work",
          "alternate",
          "alternative",
          "second",
          "different",
          "direct",
          "neue",
          "alte",
          "nuevo",
          "nouveau",
          "nuovo",
          "novo");

  private static final Set<String> POSSESSIVES =
      Set.of(
          "my", "his", "her", "our", "your", "their", "ur", "mine", "mein", "meine", "mon", "ma",
          "mi", "mio", "mia", "meu", "minha", "mijn", "il", "votre", "su", "ihre", "deine");

  static {
    add(
        Label.PHONE,
        "phone phones ph phn phone's telephone tel mobile mob cell cellphone cellular call called"
            + " calling callback calls contact contacted dial dialed reach text texted texting sms"
            + " whatsapp landline fax sim msisdn ring ringing handy handynummer telefon"
            + " telefonnummer rufnummer mobil mobilnummer mobilfunknummer anrufen rückruf téléphone"
            + " telephone portable appeler appelez appeller joindre móvil movil celular teléfono"
            + " telefono llamar llámame llamame llámenme cellulare chiamare chiamatemi telefone"
            + " telemóvel telemovel ligar ligue ligarem telefoonnummer telefoon mobiel bellen gsm"
            + " phoned rang rückrufnummer zurückrufen rufen ruft erreichen erreichbar erreicht"
            + " rappeler rappelez rappellez rappel recontacter contactez llámenme llamen llamarme"
            + " richiamare richiamami richiamatemi chiamami contatto contatti contattare kontakt"
            + " kontaktieren contacto contactar contato contatar bereiken bereikbaar");
    add(
        Label.EMAIL,
        "email emails e-mail mail mailid correo courriel posta emailadres mailadresse");
    add(
        Label.CARD,
        "card cards visa mastercard amex americanexpress maestro cc creditcard debitcard discover"
            + " jcb diners kreditkarte karte kartennummer carte tarjeta carta cartão cartao"
            + " creditkaart pan");
    add(Label.SSN, "ssn ssn's ss social socials itin sozialversicherungsnummer");
    add(Label.IBAN, "iban");
    add(
        Label.ACCOUNT,
        "account accounts acct acc ac a/c accnt konto kontonummer kundennummer kundennr cuenta"
            + " compte conto conta rekening klantnummer customer client cliente kunde passport"
            + " licence license driver's driving member membership subscriber subscription abonnent"
            + " abonné abonado vertragskonto vertragsnummer vertrag contrat contrato contratto"
            + " mitgliedsnummer versichertennummer steuernummer ban pasaporte passeport reisepass"
            + " passaporto ausweis dni nif nie cpf curp bsn aadhaar pan_card routing medicare nhs");
    add(Label.IMEI, "imei imei's imeis meid imei1 imei2");
    add(Label.MAC, "mac");
    add(
        Label.BIRTH,
        "dob d.o.b birth birthday birthdate bday b-day born geboren geb geburtstag geburtsdatum"
            + " nacimiento nací naci nacido nacida naissance né née nascita nato nata nascimento"
            + " nasci nascido nascida geboortedatum");
    add(
        Label.NAME,
        "name names named surname lastname firstname fullname nom prénom nombre apellido nome"
            + " cognome sobrenome naam vorname nachname");
    add(
        Label.ADDRESS,
        "address addresses adress adresse dirección direccion indirizzo endereço endereco adres"
            + " anschrift domicilio");
    add(
        Label.SECRET,
        "pass password passwords passcode passwd pwd pw pin pins passwort kennwort contraseña contrasena"
            + " clave passe senha wachtwoord passphrase passkey cvv cvc otp");
    add(Label.VERSION, "version versions firmware software build release v versione versión");
    add(
        Label.REFERENCE,
        "order orders ordered ord ticket tickets case cases tracking track tracked trackingid"
            + " invoice invoices reference ref refs parcel parcels package packages shipment"
            + " shipping ups fedex usps dhl label awb confirmation booking reservation pnr flight"
            + " transaction transactions txn error errors code codes model models serial sn s/n sku"
            + " item items product products voucher vouchers coupon promo plan article kb log logs"
            + " timestamp epoch receipt claim claims complaint policy incident rma bestellung"
            + " bestellnummer auftrag auftragsnummer sendung sendungsnummer vorgang rechnung"
            + " rechnungsnummer ticketnummer pedido commande dossier ordine pratica encomenda"
            + " factura facture fattura fatura seguimiento suivi colis bestelling iccid isbn ean upc"
            + " vin ticketid orderid serie seriale vorgang incidencia");
  }

  private LabelWords() {}

  private static void add(Label label, String words) {
    for (String word : words.split(" ")) {
      LABELS.put(word, label);
      String normal = NormalSpelling.word(word);
      if (normal.length() >= SHORTEST_FOLDED) {
        LABELS.put(normal, label);
      }
    }
  }

  /** The label that a lower-case word is; null for any other word. */
  static Label of(String word) {
    Label label = LABELS.get(word);
    if (label != null) {
      return label;
    }
    if (word.endsWith(GERMAN_NUMBER) && word.length() > GERMAN_NUMBER.length()) {
      return Label.REFERENCE;
    }
    return isIdeographic(word) ? ofIdeographs(word) : null;
  }

  private static boolean isIdeographic(String word) {
    return !word.isEmpty() && Character.isIdeographic(word.codePointAt(0));
  }

  /** Without spaces between words the label is a part of what looks like one. */
  private static Label ofIdeographs(String words) {
    return PHONE_IDEOGRAPHS.stream().anyMatch(words::contains) ? Label.PHONE : null;
  }

  static boolean isNumberWord(String word) {
    return NUMBER_WORDS.contains(word);
  }

  /** Whether "number" behind the word means a phone's: "her number", "Dana's number". */
  static boolean makesNumberPhone(String word) {
    return isPossessive(word) || PHONE_QUALIFIERS.contains(word) || word.endsWith("'s");
  }

  static boolean isPossessive(String word) {
    return POSSESSIVES.contains(word);
  }
}
