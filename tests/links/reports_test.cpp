// Every row of the tables of reported speech, in a sentence where it does its part.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "analysis.h"
#include "figures/words.h"
#include "text/utf.h"

namespace fihris {
namespace {

std::u16string fill(std::u16string phrase, const std::u16string& form) {
  return phrase.replace(phrase.find(u"{}"), 2, form);
}

template <typename Check>
void for_each_form(Table table, int column, Check check) {
  size_t forms = 0;
  for (const TablePhrase& entry : table_phrases()) {
    if (entry.table != table) continue;
    ++forms;
    check(row_cell(table, entry.row, column), std::u16string(entry.text));
  }
  EXPECT_GT(forms, 0U);
}

TEST(ReportTables, EveryVerbReports) {
  const std::map<std::string_view, std::u16string> phrases = {
      {"verb", u"في المؤتمر {} سامي الدروبي إن العمل في المصنع سيبدأ غدا."},
      {"weak", u"في المؤتمر {} سامي الدروبي أن العمل في المصنع سيبدأ غدا."},
      {"impersonal", u"في المؤتمر {} سامي الدروبي أن العمل في المصنع سيبدأ غدا."},
      {"participle", u"تحدث سامي الدروبي في المؤتمر، {} أن العمل في المصنع سيبدأ غدا."},
      {"relay", u"أمس {} عن سامي الدروبي أن العمل في المصنع سيبدأ غدا."},
      {"came", u"{} في التقرير أن العمل في المصنع سيبدأ غدا."},
      {"noun", u"العمل \"سيبدأ غدا في المصنع\"، حسب {}."},
      {"describe", u"أمس {} سامي الدروبي العمل بأنه \"بداية جديدة للمصنع كله\"."},
      {"tell", u"أمس {} سامي الدروبي العمال بأن العمل في المصنع سيبدأ غدا."}};
  for_each_form(Table::report_verbs, report_verbs_columns::form,
                [&](std::string_view form, const std::u16string& word) {
                  const auto phrase = phrases.find(form);
                  ASSERT_NE(phrase, phrases.end()) << "no phrase shows " << form;
                  const std::u16string text = fill(phrase->second, word);
                  EXPECT_EQ(analyse(text).quotes.size(), 1U) << utf16_to_utf8(text);
                });
}

TEST(ReportTables, EverySmallWordDoesItsPart) {
  // A phrase, and how many quotes it must hold.
  const std::map<std::string_view, std::pair<std::u16string, size_t>> phrases = {
      {"that", {u"قال سامي الدروبي {} سيبدأ العمل في المصنع غدا.", 1}},
      {"no_that", {u"قال سامي الدروبي كلمته {} أن يبدأ العمل في المصنع.", 0}},
      {"modal", {u"قال سامي الدروبي كلمة {} أن تغير العمل في المصنع.", 0}},
      {"toward", {u"أشار سامي الدروبي {} أن العمل في المصنع سيبدأ غدا.", 1}},
      {"origin", {u"نقلت الصحيفة {} سامي الدروبي أن العمل في المصنع سيبدأ غدا.", 1}},
      {"boundary", {u"قال سامي الدروبي إن العمل سيبدأ غدا، {} جهود العمال.", 1}},
      {"attribution", {u"قال سامي الدروبي إن العمل سيبدأ غدا، {} ما نشر أمس.", 1}},
      {"anonymous", {u"قال {} إن العمل في المصنع سيبدأ غدا.", 1}},
      {"medium", {u"قالت {} رويترز إن العمل في المصنع سيبدأ غدا.", 1}},
      {"aside", {u"قال {} سامي الدروبي إن العمل في المصنع سيبدأ غدا.", 1}},
      {"had", {u"كان سامي الدروبي {} صرح بأن العمل سيبدأ غدا.", 1}},
      {"relation", {u"قال {} سامي الدروبي إن العمل في المصنع سيبدأ غدا.", 1}}};
  for_each_form(Table::report_words, report_words_columns::role,
                [&](std::string_view role, const std::u16string& word) {
                  const auto phrase = phrases.find(role);
                  ASSERT_NE(phrase, phrases.end()) << "no phrase shows " << role;
                  const std::u16string text = fill(phrase->second.first, word);
                  const Analysis found = analyse(text);
                  EXPECT_EQ(found.quotes.size(), phrase->second.second) << utf16_to_utf8(text);
                  if (found.quotes.empty()) return;
                  const Quote& quote = found.quotes[0];
                  const std::u16string said = text.substr(quote.span.begin, quote.span.end - quote.span.begin);
                  if (role == "boundary" || role == "attribution") {
                    EXPECT_EQ(said, u"العمل سيبدأ غدا") << utf16_to_utf8(text);
                  }
                  if (role == "anonymous") {
                    EXPECT_TRUE(quote.anonymous) << utf16_to_utf8(text);
                  }
                  const bool named = role == "aside" || role == "had" || role == "medium";
                  if (named || role == "relation") {
                    EXPECT_EQ(quote.speaker.has_value(), named) << utf16_to_utf8(text);
                  }
                });
}

}  // namespace
}  // namespace fihris
