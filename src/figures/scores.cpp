#include "figures/scores.h"

#include <cstdlib>

#include "figures/number_words.h"
#include "figures/surroundings.h"

namespace fihris {
namespace {

constexpr uint32_t kCueReach = 7;  // tokens: "its win over the team of the capital 4 / 2"
constexpr double kMostGoals = 30;

struct Goals {
  std::string_view role;
  uint32_t last = 0;
  Reading reading;
};

std::optional<Goals> read_goals(const Words& words, uint32_t token) {
  const WordMatch* match = words.find(token, Table::score_words);
  if (match == nullptr) return std::nullopt;
  return Goals{row_cell(Table::score_words, match->row, score_words_columns::role), token + match->tokens,
               match->reading};
}

bool has_cue_before(const Words& words, uint32_t token) {
  for (uint32_t back = 1; back <= kCueReach && back <= token; ++back) {
    if (words.tokens[token - back + 1].line_start) return false;
    const auto found = read_goals(words, token - back);
    if (found && found->role == "cue") return true;
  }
  return false;
}

bool is_goal_count(const Words& words, uint32_t token) {
  if (token >= words.size() || words.tokens[token].kind != TokenKind::number) return false;
  const Token& digits = words.tokens[token];
  return digits.decimals == 0 && !digits.grouped && digits.value >= 0 && digits.value <= kMostGoals;
}

// "4 - nil", "nil-3": a score whose zero is a word.
void add_with_nil(const Words& words, uint32_t token, std::vector<FigureCandidate>& out) {
  const auto is_nil = [&](uint32_t at) {
    const auto word = at < words.size() ? find_number_word(words, at) : std::nullopt;
    return word && word->value == 0 && word->last == at + 1 && word->reading.conjunction == 0 &&
           word->reading.preposition == 0 && !word->reading.article;
  };
  if (token + 2 >= words.size() || find_link(words, token + 1).link != Link::dash) return;
  if (words.tokens[token + 1].line_start || words.tokens[token + 2].line_start) return;
  const bool last = is_goal_count(words, token) && is_nil(token + 2);
  const bool first = is_nil(token) && is_goal_count(words, token + 2);
  if (!last && !first) return;
  auto candidate = make_candidate(words, FigureType::cardinal, words.tokens[token].span.begin, token, token + 3,
                                  Priority::calendar, "score");
  candidate.figure.score = {{last ? static_cast<int>(words.tokens[token].value) : 0,
                             first ? static_cast<int>(words.tokens[token + 2].value) : 0}};
  out.push_back(std::move(candidate));
}

// 4 / 2 after a win, a draw, a defeat.
void add_slashed(const Words& words, uint32_t token, std::vector<FigureCandidate>& out) {
  if (!is_goal_count(words, token) || !is_goal_count(words, token + 2) || !is_mark(words, token + 1, u'/')) return;
  if (words.tokens[token + 1].line_start || words.tokens[token + 2].line_start) return;
  if (is_mark(words, token + 3, u'/') || (token > 0 && is_mark(words, token - 1, u'/'))) return;
  if (!has_cue_before(words, token)) return;
  auto candidate = make_candidate(words, FigureType::cardinal, words.tokens[token].span.begin, token, token + 3,
                                  Priority::calendar, "score");
  candidate.figure.score = {
      {static_cast<int>(words.tokens[token].value), static_cast<int>(words.tokens[token + 2].value)}};
  out.push_back(std::move(candidate));
}

// "two goals to one", "a goal to its like", "two clean goals".
void add_worded(const Words& words, uint32_t token, std::vector<FigureCandidate>& out) {
  const auto won = read_goals(words, token);
  if (!won || won->reading.article || (won->role != "1" && won->role != "2")) return;
  if (won->last >= words.size() || words.tokens[won->last].line_start) return;
  const auto lost = read_goals(words, won->last);
  if (!lost || lost->reading.article) return;
  const int goals = std::atoi(won->role.data());
  int others = 0;
  if (lost->role == "even") {
    others = goals;
  } else if (lost->role == "1" || lost->role == "2") {
    if (lost->reading.preposition != 0x0644) return;  // "to": li
    others = std::atoi(lost->role.data());
  } else if (lost->role != "clean" || won->reading.preposition != 0x0628) {  // "by": bi
    return;
  }
  auto candidate =
      make_candidate(words, FigureType::cardinal, won->reading.stem, token, lost->last, Priority::measured, "score");
  candidate.figure.score = {{goals, others}};
  out.push_back(std::move(candidate));
}

}  // namespace

void find_scores(const Words& words, std::vector<FigureCandidate>& out) {
  for (uint32_t token = 0; token < words.size(); ++token) {
    add_with_nil(words, token, out);
    if (words.tokens[token].kind == TokenKind::number)
      add_slashed(words, token, out);
    else if (words.find(token, Table::score_words) != nullptr)
      add_worded(words, token, out);
  }
}

}  // namespace fihris
