#include "links/governing_dates.h"

#include "links/change_words.h"
#include "text/characters.h"

namespace fihris {
namespace {

constexpr uint32_t kCloseGap = 4;  // words between a figure and the date that is its own
constexpr uint32_t kOpeningMarks = 4;
constexpr uint32_t kFarGap = 8;  // words between a figure and a later date of its clause

// What a date can say the time of; lengths and ages have their own.
bool may_be_dated(const Figure& figure) { return is_amount(figure) || figure.type == FigureType::ratio; }

// Where a change came from: only its own date tells when that was.
bool is_start(const Analysis& analysis, uint32_t index) {
  const Figure& figure = analysis.figures[index];
  if (!figure.change) return false;
  const Change& change = analysis.changes[*figure.change];
  return change.from == index && change.to && change.to != index;
}

bool is_role(const Clauses& c, uint32_t token, std::string_view role) {
  for (const WordMatch& match : c.words.at(token)) {
    if (match.table != Table::date_links || match.reading.article) continue;
    if (row_cell(Table::date_links, match.row, date_links_columns::role) == role) return true;
  }
  return false;
}

bool is_verb(const Clauses& c, uint32_t token) {
  if (c.figure[token] != kNone) return false;
  if (const WordMatch* verb = c.words.find(token, Table::figure_verbs)) return verb->reading.preposition == 0;
  const auto word = find_change_word(c, token);
  return word && word->part != ChangePart::noun;
}

bool has_article(const Clauses& c, uint32_t token) {
  for (const Reading& reading : c.words.tokens.readings(token))
    if (reading.article) return true;
  return false;
}

// Where a clause's own words begin, its mark and opening word aside.
uint32_t first_word(const Clauses& c, TokenStretch clause) {
  uint32_t at = clause.first;
  while (at < clause.last && at < clause.first + kOpeningMarks && c.is_mark(at)) ++at;
  if (const WordMatch* opener = at < clause.last ? find_opener(c.words, at) : nullptr) at += opener->tokens;
  return at;
}

struct Governor {
  uint32_t figure = 0;
  uint32_t begin = 0;    // where its phrase begins, "in" included
  bool linked = false;   // "in", "since", a glued letter
  bool opening = false;  // opens its clause
};

// Whether a date governs its clause, from the words before it.
std::optional<Governor> read_governor(const Clauses& c, uint32_t index, uint32_t start) {
  const Figure& date = c.analysis.figures[index];
  Governor out{.figure = index, .begin = date.first_token};
  while (out.begin > start && is_role(c, out.begin - 1, "in")) {
    --out.begin;
    out.linked = true;
  }
  const char16_t glued = glued_preposition(c, date.first_token);
  if (glued == kLam) out.linked = true;
  uint32_t link = out.begin;
  const WordMatch* held = out.begin == 0 ? nullptr : find_before(c.words, out.begin, Table::change_links, link);
  const std::string_view role =
      held == nullptr ? std::string_view() : row_cell(Table::change_links, held->row, change_links_columns::role);
  if (role == "against" || (glued == kBa && out.begin == date.first_token)) return std::nullopt;
  out.opening = out.begin <= start;
  if (out.linked || out.opening) return out;
  const uint32_t before = out.begin - 1;
  const bool after_amount = c.figure[before] != kNone && !is_date(c.analysis.figures[c.figure[before]]);
  const bool free = after_amount || c.mention[before] != kNone || has_article(c, before) || is_verb(c, before);
  return free ? std::optional(out) : std::nullopt;
}

bool has_between(const Clauses& c, uint32_t first, uint32_t last, bool (*test)(const Clauses&, uint32_t)) {
  for (uint32_t at = first; at < last; ++at)
    if (test(c, at)) return true;
  return false;
}

bool tells(const Clauses& c, uint32_t token) { return is_role(c, token, "tells"); }

// The date of a clause that is nothing but a date: "In 2020, ...".
std::optional<uint32_t> lone_date(const Clauses& c, TokenStretch clause, const std::vector<Governor>& dates) {
  if (dates.size() != 1 || !dates[0].opening) return std::nullopt;
  for (uint32_t at = c.analysis.figures[dates[0].figure].last_token; at < clause.last; ++at)
    if (!c.is_mark(at)) return std::nullopt;
  return dates[0].figure;
}

// The figures of one clause and its dates.
class ClauseDates {
 public:
  ClauseDates(const Clauses& c, TokenStretch clause) : c_(c), clause_(clause) {
    const auto& all = c.analysis.figures;
    const uint32_t start = first_word(c, clause);
    uint32_t last = kNone;
    for (uint32_t at = clause.first; at < clause.last; ++at) {
      const uint32_t index = c.figure[at];
      if (index == kNone || index == last) continue;
      last = index;
      if (is_date(all[index])) {
        if (auto governor = read_governor(c, index, start)) dates_.push_back(*governor);
      } else if (may_be_dated(all[index])) {
        amounts_.push_back(index);
      }
    }
    if (dates_.size() == 1) look_around();
  }

  [[nodiscard]] const std::vector<Governor>& dates() const { return dates_; }

  // `opening`: the date of the clause before, where that is all it has.
  void relate(std::optional<uint32_t> opening, Analysis& analysis) const {
    size_t next = 0;
    for (size_t i = 0; i < amounts_.size(); ++i) {
      Figure& figure = analysis.figures[amounts_[i]];
      while (next < dates_.size() && first_token(dates_[next]) < figure.first_token) ++next;
      figure.when = choose(figure, i, next);
      if (!figure.when && dates_.empty()) figure.when = opening;
    }
  }

 private:
  [[nodiscard]] uint32_t first_token(const Governor& date) const {
    return c_.analysis.figures[date.figure].first_token;
  }

  // `next`: the first date after the figure.
  [[nodiscard]] std::optional<uint32_t> choose(const Figure& figure, size_t amount, size_t next) const {
    if (next < dates_.size() && is_own(figure, amount, dates_[next])) return dates_[next].figure;
    if (dates_.size() != 1 || is_start(c_.analysis, amounts_[amount])) return std::nullopt;
    const Governor& date = dates_[0];
    const uint32_t at = first_token(date);
    if (at < figure.first_token) {
      if (is_earlier_ones_ || is_told_ || (!date.opening && verb_after_ < figure.first_token)) return std::nullopt;
      return date.figure;
    }
    // "12 million ... in 2020": no verb between, no other figure's own date.
    if (!date.linked || date.begin > figure.last_token + kFarGap || is_of_start(amount, date) || is_earlier_ones_ ||
        has_between(c_, figure.last_token, at, is_verb))
      return std::nullopt;
    return date.figure;
  }

  // "80 million against 64 million in the year before": the date is the second one's.
  [[nodiscard]] bool is_of_start(size_t amount, const Governor& date) const {
    const size_t next = amount + 1;
    return next < amounts_.size() && is_start(c_.analysis, amounts_[next]) &&
           is_own(c_.analysis.figures[amounts_[next]], next, date);
  }

  // Right after the figure, nothing but a word or two between.
  [[nodiscard]] bool is_own(const Figure& figure, size_t amount, const Governor& date) const {
    const bool nearest =
        amount + 1 == amounts_.size() || c_.analysis.figures[amounts_[amount + 1]].first_token > first_token(date);
    return nearest && date.begin <= figure.last_token + kCloseGap && date.begin >= figure.last_token &&
           !has_between(c_, figure.last_token, date.begin, is_verb);
  }

  // What the clause's only date stands among, looked at once.
  void look_around() {
    const Governor& date = dates_[0];
    const uint32_t at = first_token(date);
    is_told_ = has_between(c_, clause_.first, at, tells);
    for (uint32_t next = at; next < clause_.last && verb_after_ == kNone; ++next)
      if (is_verb(c_, next)) verb_after_ = next;
    for (size_t i = 0; i + 1 < amounts_.size(); ++i) {
      if (c_.analysis.figures[amounts_[i + 1]].first_token <= at) continue;
      const Figure& figure = c_.analysis.figures[amounts_[i]];
      is_earlier_ones_ = figure.first_token < at && is_own(figure, i, date);
      return;
    }
  }

  const Clauses& c_;
  TokenStretch clause_;
  std::vector<Governor> dates_;
  std::vector<uint32_t> amounts_;
  bool is_told_ = false;          // the date follows a verb of telling
  bool is_earlier_ones_ = false;  // it stands between two amounts, close to the first
  uint32_t verb_after_ = kNone;   // the first verb of figures after it
};

}  // namespace

void relate_dates(const Clauses& c, Analysis& analysis) {
  std::optional<uint32_t> opening;
  for (const TokenStretch clause : c.stretches) {
    if (clause.first == c.sentence[clause.first]) opening.reset();
    const ClauseDates dates(c, clause);
    dates.relate(opening, analysis);
    opening = lone_date(c, clause, dates.dates());
  }
}

}  // namespace fihris
