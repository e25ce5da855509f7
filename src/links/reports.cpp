#include "links/reports.h"

#include <algorithm>

namespace fihris {
namespace {

constexpr std::array<std::string_view, 9> kFormNames = {"verb", "weak", "impersonal", "participle", "relay",
                                                        "came", "noun", "describe",   "tell"};

template <class Value, size_t N>
Value find_name(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  return static_cast<Value>(at == names.end() ? 0 : at - names.begin());
}

// A participle is no report with an article or a preposition ("the spokesman", "as the one saying").
bool is_bare(const Reading& reading) { return !reading.article && reading.preposition == 0; }

}  // namespace

std::vector<Report> find_reports(const Words& words) {
  std::vector<Report> out;
  for (uint32_t token = 0; token < words.size(); ++token) {
    const WordMatch* match = words.find(token, Table::report_verbs);
    if (match == nullptr) continue;
    const auto form = find_name<ReportForm>(kFormNames, row_cell(match->table, match->row, report_verbs_columns::form));
    if (form != ReportForm::noun && !is_bare(match->reading)) continue;
    out.push_back(
        {.first = token,
         .last = token + match->tokens,
         .begin = match->reading.name,
         .form = form,
         .stance = find_name<Stance>(kStanceNames, row_cell(match->table, match->row, report_verbs_columns::stance)),
         .joined = match->reading.conjunction != 0});
  }
  return out;
}

uint32_t report_role_length(const Words& words, size_t token, std::string_view role) {
  if (token >= words.size()) return 0;
  for (const WordMatch& match : words.at(token)) {
    if (match.table != Table::report_words) continue;
    if (row_cell(match.table, match.row, report_words_columns::role) == role) return match.tokens;
  }
  return 0;
}

bool has_report_role(const Words& words, size_t token, std::string_view role) {
  return report_role_length(words, token, role) != 0;
}

bool is_that(const Words& words, size_t token) {
  constexpr char16_t kBeh = 0x0628;
  if (token >= words.size()) return false;
  for (const WordMatch& match : words.at(token)) {
    if (match.table != Table::report_words) continue;
    if (row_cell(match.table, match.row, report_words_columns::role) != "that") continue;
    const Reading& reading = match.reading;
    if (!reading.article && reading.conjunction == 0 && (reading.preposition == 0 || reading.preposition == kBeh))
      return true;
  }
  return false;
}

bool is_speech_mark(const Words& words, size_t token, char16_t unit) {
  return token < words.size() && words.tokens[token].kind == TokenKind::punctuation &&
         words.view.folded[words.tokens[token].span.begin] == unit;
}

bool is_comma(const Words& words, size_t token) {
  return is_speech_mark(words, token, u',') || is_speech_mark(words, token, 0x060C) ||
         is_speech_mark(words, token, 0x061B) || is_speech_mark(words, token, u';');
}

bool ends_clause(const Words& words, size_t token) {
  if (token >= words.size()) return true;
  return is_speech_mark(words, token, u'.') || is_speech_mark(words, token, u'?') ||
         is_speech_mark(words, token, 0x061F) || is_speech_mark(words, token, u'!');
}

}  // namespace fihris
