package io.nextgen.insight.pipeline.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.gold.language.Opinion;
import io.nextgen.insight.pipeline.gold.vocabulary.Vocabulary.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TechnicalIssuesTest {
  private static final TechnicalIssues ISSUES = new TechnicalIssues();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          NO_CONNECTION | We have had no internet since Tuesday.
          NO_CONNECTION | There's an outage in our street again
          NO_CONNECTION | my phone says no service everywhere I go
          NO_CONNECTION | I can't connect to the wifi since this morning
          NO_CONNECTION | the wi-fi isn't working at all
          NO_CONNECTION | Internet has been down for three days!!
          NO_CONNECTION | My internet doesnt work
          NO_CONNECTION | no bars in the whole house
          NO_CONNECTION | We dont have any signal at home
          NO_CONNECTION | broadband went out last night
          NO_CONNECTION | the landline is dead
          NO_CONNECTION | Nooo signal here, do something
          NO_CONNECTION | Tengo que decir que no hay internet desde ayer
          NO_CONNECTION | Mi conexión no funciona
          NO_CONNECTION | Seit gestern kein Internet mehr
          NO_CONNECTION | Unser WLAN ist komplett ausgefallen
          NO_CONNECTION | Je n'ai plus d'internet depuis lundi
          NO_CONNECTION | Ma connexion ne marche pas
          NO_CONNECTION | Siamo senza connessione da giorni
          NO_CONNECTION | Estou sem internet desde ontem
          NO_CONNECTION | no data on my mobile
          NO_CONNECTION | my phone only shows SOS
          NO_CONNECTION | I lost internet around nine and it has not come back
          SLOW_SPEED | pages take forever to load
          SLOW_SPEED | the ping is terrible
          SLOW_SPEED | the internet is so slow in the evening
          SLOW_SPEED | my speeds have been really slow this week
          SLOW_SPEED | Netflix is buffering all the time
          SLOW_SPEED | You are throttling my data
          SLOW_SPEED | we only get 12 Mbps on the gigabit plan
          SLOW_SPEED | I pay for 500 and get 40 mbps
          SLOW_SPEED | games are lagging, my ping: huge latency every night
          SLOW_SPEED | slooow wifi, as always
          SLOW_SPEED | El internet va muy lento
          SLOW_SPEED | Das Internet ist viel zu langsam
          SLOW_SPEED | Le débit est trop lent
          SLOW_SPEED | La connessione è lentissima
          SLOW_SPEED | A internet está muito lenta
          UNSTABLE_CONNECTION | the connection keeps dropping
          UNSTABLE_CONNECTION | wifi drops every ten minutes
          UNSTABLE_CONNECTION | my internet keeps cutting out during meetings
          UNSTABLE_CONNECTION | it disconnects several times a day
          UNSTABLE_CONNECTION | intermittent service all week
          UNSTABLE_CONNECTION | signal comes and goes
          UNSTABLE_CONNECTION | La conexión se cae cada hora
          UNSTABLE_CONNECTION | Die Leitung ist seit Tagen instabil
          UNSTABLE_CONNECTION | Il y a des coupures tous les soirs
          UNSTABLE_CONNECTION | la linea va e viene
          UNSTABLE_CONNECTION | A conexão fica caindo
          POOR_CONNECTION | weak signal in the whole house
          POOR_CONNECTION | My internet is awful
          POOR_CONNECTION | the reception here is really bad
          POOR_CONNECTION | Wir haben schlechten Empfang, ganz schlechter Empfang
          CALL_QUALITY | I get dropped calls in my own kitchen
          CALL_QUALITY | every call gets cut off after a minute
          CALL_QUALITY | people can't hear me, well: they cannot hear me when I call
          CALL_QUALITY | I am unable to make calls
          CALL_QUALITY | there is static on the line and I hear an echo on every call
          CALL_QUALITY | terrible call quality
          DEVICE_FAULT | the router keeps rebooting by itself
          DEVICE_FAULT | I have to restart the router every day
          DEVICE_FAULT | the lights on my modem are orange
          DEVICE_FAULT | My modem won't turn on
          DEVICE_FAULT | new phone overheats and shuts down
          DEVICE_FAULT | there's a red light on the modem
          DEVICE_FAULT | the box you sent is faulty: the router is broken
          DEVICE_FAULT | the screen went black and my battery drains in an hour
          DEVICE_FAULT | I rebooted the gateway five times and still nothing
          DEVICE_FAULT | my iphone screen cracked
          DEVICE_FAULT | Mein Router ist defekt
          DEVICE_FAULT | Ma box ne s'allume pas
          DEVICE_FAULT | Il modem non si accende
          DEVICE_FAULT | Meu modem não liga
          APP_OR_LOGIN_FAILURE | your app crashes as soon as I open it
          APP_OR_LOGIN_FAILURE | I can't log in to my account
          APP_OR_LOGIN_FAILURE | I keep getting an error when I pay
          APP_OR_LOGIN_FAILURE | I keep getting logged out
          APP_OR_LOGIN_FAILURE | the app closes by itself
          APP_OR_LOGIN_FAILURE | it says error 503
          APP_OR_LOGIN_FAILURE | the website is down
          APP_OR_LOGIN_FAILURE | the verification code never arrives
          APP_OR_LOGIN_FAILURE | I'm locked out of my account
          APP_OR_LOGIN_FAILURE | the login page won't load
          APP_OR_LOGIN_FAILURE | No puedo iniciar sesión
          APP_OR_LOGIN_FAILURE | Die App stürzt ab
          APP_OR_LOGIN_FAILURE | L'application plante
          TV_FAULT | the picture is freezing on every channel
          TV_FAULT | pixelated image since the storm
          TV_FAULT | half the channels are missing
          TV_FAULT | my set-top box won't record
          SIM_ACTIVATION | my new sim card isn't working
          SIM_ACTIVATION | I can't activate my eSIM
          SIM_ACTIVATION | phone shows invalid SIM
          MESSAGING_FAULT | I can't send texts
          MESSAGING_FAULT | my voicemail is full and wont play, voicemail reset did nothing
          MESSAGING_FAULT | emails are not going through
          UPDATE_FAILURE | since the last update my phone is slow
          UPDATE_FAILURE | the firmware update failed
          UPDATE_FAILURE | can't install the new version
          NOT_WORKING | nothing works, it stopped working yesterday
          NOT_WORKING | It just doesn’t work
          NOT_WORKING | I have a technical problem
          NOT_WORKING | internet problems again
          NOT_WORKING | Please fix my internet
          NOT_WORKING | no funciona nada
          NOT_WORKING | Es funktioniert nichts mehr, funktioniert nicht
          """)
  void recognises(String issue, String text) {
    assertThat(in(text)).contains(issue);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How much is the 500 Mbps plan?",
        "My bill is wrong, I was charged twice for last month.",
        "I want to upgrade my phone, which models do you have?",
        "Is there a service fee? Last month there was no service fee.",
        "What's the speed of the basic internet plan?",
        "Thank you for the good service, the wifi is fast and I love the router.",
        "I am not working on Friday, the technician can come then.",
        "That price does not work for me.",
        "Please sign me up for fiber.",
        "No outage here, all fine.",
        "We have had no more dropouts since the technician came.",
        "I don't have any problems with the internet.",
        "No, the app is great.",
        "The connection never drops.",
        "My internet was down yesterday but it is working again.",
        "The router kept rebooting. It's fixed now, thanks!",
        "I had no signal but everything is back to normal.",
        "wifi was slow last week, works great now",
        "I'd like to move my number to a new SIM card.",
        "Your customer service is slow to answer and the agent was rude.",
        "I was down at the store to find out about a new phone.",
        "Do you deliver routers to Canada?",
        "Can I watch TV channels on my tablet?",
        "I called you twice and nobody called back.",
        "Where is my order? It should have arrived on Monday.",
        "You shut down the store in my town.",
        "The price went up again and the discount is gone.",
        "I lost my phone on a trip and need a new one.",
        "What is the roaming price for data in Spain?",
        "Update my address, please.",
        "Is 100 Mbps enough for two people?",
        "Thursday won't work, can you come on Friday?",
        "I have no data left, how do I buy more?",
        "How do I set up voicemail and connect my tablet to the wifi?",
        "I waited an hour in the line at the store.",
        "The light version of the plan is fine.",
        "My card was declined and nobody answers my calls.",
        "You closed my ticket without an answer.",
        "the wifi is not slow at all",
        "Ich habe eine Frage zu meiner Rechnung.",
        "¿Cuánto cuesta el plan de fibra?",
        "Je voudrais changer d'offre.",
        "Vorrei sapere il costo dell'abbonamento.",
        "Quero mudar o meu plano.",
        "We are open to offers, and it would be great to pay less.",
        "Good evening, the chat cut me off, I only wanted to pay my bill.",
        "I dropped by the store and dropped off the old router.",
        "Can you send me an email with the contract?",
        "I did not get a text about the discount that you promised.",
        "",
      })
  void findsNothingIn(String text) {
    assertThat(in(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NO_CONNECTION | They said it is fixed but I still have no internet.
          NO_CONNECTION | My internet is down. When will it be fixed?
          NO_CONNECTION | Internet is down, I want it fixed today.
          NO_CONNECTION | It worked for a day. No, no internet again.
          SLOW_SPEED | Never had such slow internet.
          UNSTABLE_CONNECTION | Wifi drops all day, it has not been resolved.
          DEVICE_FAULT | The router keeps rebooting, it works fine for a while but then it starts again.
          APP_OR_LOGIN_FAILURE | No, the app is still crashing.
          """)
  void isNotTalkedOutOfAProblemThatIsStillThere(String issue, String text) {
    assertThat(in(text)).contains(issue);
  }

  @Test
  void readsCriticismWhoseWordsStandFarApart() {
    String text =
        "The router that you sent me after I had waited for a month is, to be honest, broken.";
    assertThat(in(text)).isEmpty();
    assertThat(in(text, List.of(), List.of(new Opinion("router", "negative", List.of("broken")))))
        .containsExactly("DEVICE_FAULT");
  }

  @Test
  void praiseIsNoProblem() {
    assertThat(in("", List.of(), List.of(new Opinion("outage", "positive", List.of("short")))))
        .isEmpty();
  }

  @Test
  void aKeyPhraseCountsUnlessTheTextTakesItBack() {
    assertThat(in("See the picture.", List.of("internet outage"), List.of()))
        .containsExactly("NO_CONNECTION");
    assertThat(in("There was no internet outage.", List.of("internet outage"), List.of()))
        .isEmpty();
  }

  @Test
  void quotesTheCustomerWithoutMasks() {
    List<Finding> findings =
        ISSUES.in(
            "Hi! The wifi [NAME_1] keeps   dropping at night.",
            TestingEnrichedChats.sentiment("negative", 0, 0, 1));
    assertThat(findings).extracting(Finding::words).containsExactly("wifi keeps dropping");
  }

  private static List<String> in(String text) {
    return in(text, List.of(), List.of());
  }

  private static List<String> in(String text, List<String> keyPhrases, List<Opinion> opinions) {
    return ISSUES
        .in(text, TestingEnrichedChats.enrichment("negative", 0, 0, 1, keyPhrases, opinions))
        .stream()
        .map(Finding::entry)
        .toList();
  }
}
