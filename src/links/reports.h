// Words that report speech, found once: finite verbs, participles, nouns ("his
// words"), with what each claims of the words it reports; and the small words
// around reported speech, by their role. Tables: report_verbs, report_words.
#pragma once
#include <string_view>
#include <vector>

#include "figures/words.h"
#include "findings.h"

namespace fihris {

enum class ReportForm : uint8_t { verb, weak, impersonal, participle, relay, came, noun, describe, tell };

struct Report {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  uint32_t begin = 0;  // folded offset after proclitics
  ReportForm form = ReportForm::verb;
  Stance stance = Stance::neutral;
  bool joined = false;  // "and" or "so" cut off its first letter
};

// In text order.
[[nodiscard]] std::vector<Report> find_reports(const Words& words);

// Whether a report word of this role begins at the token; `tokens` is its length.
[[nodiscard]] bool has_report_role(const Words& words, size_t token, std::string_view role);
[[nodiscard]] uint32_t report_role_length(const Words& words, size_t token, std::string_view role);  // 0: not there

// "that" and its kind, with nothing but "by" glued to it.
[[nodiscard]] bool is_that(const Words& words, size_t token);

[[nodiscard]] bool is_speech_mark(const Words& words, size_t token, char16_t unit);
[[nodiscard]] bool is_comma(const Words& words, size_t token);
[[nodiscard]] bool ends_clause(const Words& words, size_t token);  // full stop, question mark, line end

}  // namespace fihris
