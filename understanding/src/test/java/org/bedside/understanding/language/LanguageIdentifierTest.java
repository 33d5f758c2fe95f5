package org.bedside.understanding.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.bedside.understanding.text.Tokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {

  private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Great staff",
        "en|Nothing",
        "en|A&E was awful",
        "es|La enfermera fue muy amable",
        "es|Muy mala atención",
        "es|Gracias",
        "es|Doctor excelente",
        "fr|Le personnel était très gentil",
        "de|Die Ärzte waren sehr freundlich",
        "it|Il personale è stato molto gentile",
        "pt|O atendimento foi muito bom",
        "nl|De verpleegkundigen waren erg aardig",
        "pl|Bardzo miła obsługa",
        "sv|Personalen var mycket trevlig",
        "da|Personalet var meget venligt",
        "fi|Henkilökunta oli todella ystävällistä",
        "tr|Doktorlar çok ilgiliydi",
        "ru|Врачи были очень внимательны",
        "uk|Лікарі були дуже уважні",
        "ar|كان الطاقم لطيفا جدا",
        "he|הצוות היה נחמד מאוד",
        "hi|डॉक्टर बहुत अच्छे थे",
        "zh|医生很好",
        "ja|看護師さんはとても親切でした",
        "ko|의사 선생님이 친절했어요",
        "vi|Bác sĩ rất tận tâm",
        "th|หมอใจดีมาก",
        "tl|Mabait ang mga doktor",
        "cs|Lékaři byli velmi milí",
        "ro|Medicii au fost foarte amabili",
        "el|Οι γιατροί ήταν πολύ ευγενικοί",
        "pt|nao consigo dormir",
        "no|fikk ikke sove i natt",
        "uk|де мої ключі",
        "ru|где мои ключи",
        "fa|جواب آزمایش کی میاد؟",
        "ja|残り5分で閉まる",
        "es|@norte #salud ¿abren hoy?",
        "und|ok 👍",
        "und|@norte #grippe https://example.org/le-jour",
        "und|12345",
        "und|😀😀"
      })
  void shortPostsOfManyLanguagesAreTold(String code, String text) {
    assertThat(LANGUAGES.identify(Tokenizer.tokens(text), null).code()).isEqualTo(code);
  }
}
