#include "links/changes.h"

#include <algorithm>

#include "links/change_words.h"
#include "links/clauses.h"
#include "text/characters.h"

namespace fihris {
namespace {

constexpr uint32_t kReach = 16;         // words between a verb of change and its figure, or two of its figures
constexpr uint32_t kCompareReach = 12;  // words between an amount and the one it is held against
constexpr uint32_t kWorthReach = 5;     // words between the verb and "by a value of" with its figure
constexpr uint32_t kLevelReach = 4;     // words between a level and "with a rise of"
constexpr uint32_t kTimeReach = 8;      // words between that and the time that tells them apart

// Percentage points, not a share of what was.
bool is_points(const Figure& figure) { return figure.unit == "pp" || figure.unit == "bp"; }

// A noun of change with a length is a height: "a rise of 20 metres".
bool is_length(const Figure& figure) {
  return figure.unit == "m" || figure.unit == "km" || figure.unit == "cm" || figure.unit == "ft";
}

// Reads one change from its verb or noun on, figure by figure.
class ChangeReader {
 public:
  ChangeReader(const Clauses& c, const ChangeWord& word, const std::vector<bool>& taken)
      : c_(c), word_(word), taken_(taken), last_(word.last) {
    change_.direction = word.direction;
    change_.verb = word.span;
    change_.span = word.span;
    if (word.part == ChangePart::noun && word.preposition == kBa) take_level_before();
  }

  std::optional<Change> read(uint32_t& end) {
    uint32_t at = word_.last;
    while (at < c_.words.size() && at <= last_ + kReach && c_.same_sentence(word_.first, at)) {
      if (c_.clause[at] != c_.clause[at - 1] && !goes_on(at)) break;
      if (c_.figure[at] != kNone) {
        const Figure& figure = c_.analysis.figures[c_.figure[at]];
        if (at == figure.first_token && !take(c_.figure[at], figure)) break;
        at = figure.last_token;
        if (is_calendar(figure)) last_ = at;
        continue;
      }
      if (const auto next = find_change_word(c_, at)) {
        if (!joins(*next)) break;
        noun_first_ = at;
        at = next->last;
        last_ = at;
        continue;
      }
      if (is_against(at)) against_ = true;
      ++at;
    }
    return finish(end);
  }

 private:
  // A clause of its own that still tells of this change: "against 10 million", "to reach 20".
  [[nodiscard]] bool goes_on(uint32_t at) const {
    const Words& words = c_.words;
    if (c_.has_mark(at - 1, u')') || c_.has_mark(at, u')')) return count_ > 0;
    for (const WordMatch& match : words.at(at)) {
      if (match.table != Table::change_links) continue;
      const std::string_view role = row_cell(Table::change_links, match.row, change_links_columns::role);
      if (role == "not" || role == "number") continue;
      const bool own_verb = role == "reach" && match.reading.preposition == 0 && match.reading.conjunction == 0;
      if (count_ > 0 || !own_verb) return count_ > 0 || role == "by" || role == "to";
    }
    const auto next = find_change_word(c_, at);
    return count_ > 0 && next && joins(*next);
  }

  // "to 12 million, a rise of 5 %": the noun says how much of the same change.
  [[nodiscard]] bool joins(const ChangeWord& next) const {
    return count_ > 0 && next.part == ChangePart::noun && next.direction == word_.direction && !next.article &&
           next.conjunction == 0 && !change_.delta && !change_.percent && !noun_first_;
  }

  // "compared with a net profit of 10 million": the words between do not hide what it is.
  [[nodiscard]] bool is_against(uint32_t at) const {
    const WordMatch* match = c_.words.find(at, Table::change_links);
    return match != nullptr && row_cell(Table::change_links, match->row, change_links_columns::role) == "against";
  }

  // "stood at 900 thousand barrels, with a rise of 5 %": the level said just before.
  void take_level_before() {
    for (uint32_t at = word_.first; at > 0 && at + kLevelReach > word_.first && c_.same_sentence(at - 1, at); --at) {
      if (c_.figure[at - 1] == kNone) continue;
      const uint32_t index = c_.figure[at - 1];
      const Figure& figure = c_.analysis.figures[index];
      if (is_amount(figure) && figure.type != FigureType::cardinal && figure.value && !taken_[index])
        change_.to = index;
      return;
    }
  }

  bool take(uint32_t index, const Figure& figure) {
    if (is_date(figure) || figure.type == FigureType::ordinal || figure.type == FigureType::ratio) {
      against_ = false;
      return true;
    }
    ChangeRole role = read_change_role(c_, figure);
    const bool by =
        role == ChangeRole::none || role == ChangeRole::by || role == ChangeRole::worth || role == ChangeRole::reached;
    if (against_ && by) role = ChangeRole::against;
    against_ = false;
    if (is_calendar(figure) && (!is_link_word(c_, figure) || (role != ChangeRole::from && role != ChangeRole::to)))
      return true;
    if (word_.part == ChangePart::noun && is_length(figure)) return false;
    if (!figure.value && !figure.low) return is_calendar(figure) ? take_calendar(index, figure, role) : true;
    return put(index, figure, role);
  }

  // Lengths and ages change too, where the text says from what to what.
  bool take_calendar(uint32_t index, const Figure& figure, ChangeRole role) {
    if (figure.from.empty()) return put(index, figure, role);
    return true;
  }

  bool put(uint32_t index, const Figure& figure, ChangeRole role) {
    switch (role) {
      case ChangeRole::from:
        if (figure.low && figure.high && !change_.to && !change_.from) {
          set(change_.from, index, figure);
          return set(change_.to, index, figure);
        }
        from_loosely_ = !change_.from;
        return set(change_.from, index, figure);
      case ChangeRole::against:
      case ChangeRole::than:
        if (change_.percent && !change_.to && figure.type == FigureType::percent) return true;
        if (count_ == 0 || (change_.to && !is_alike(figure, c_.analysis.figures[*change_.to]))) return count_ == 0;
        return set(change_.from, index, figure);
      case ChangeRole::to:
        if (count_ == 0 && !may_be_reached(figure)) return false;
        if (figure.type == FigureType::count && !is_link_word(c_, figure)) return false;
        if (change_.from && !is_alike(figure, c_.analysis.figures[*change_.from])) drop_from();
        return set(change_.to, index, figure);
      case ChangeRole::reached:
        if (!is_noun_of(figure)) return false;
        return put_amount(index, figure, ChangeRole::by);
      case ChangeRole::by:
      case ChangeRole::worth:
        return put_amount(index, figure, role);
      case ChangeRole::bound:
        return true;
      case ChangeRole::none:
        if (!may_be_bare(figure)) return false;
        return put_amount(index, figure, role);
    }
    return false;
  }

  // "40 % of all assets": no share of what was before.
  [[nodiscard]] bool is_part_of_something(const Figure& figure) const {
    const uint32_t after = figure.last_token;
    if (after >= c_.words.size() || !c_.same_sentence(after - 1, after)) return false;
    const WordMatch* of = c_.words.find(after, Table::change_links);
    return of != nullptr && of->reading.preposition == 0 &&
           row_cell(Table::change_links, of->row, change_links_columns::role) == "from";
  }

  // "a rise that reached 5 %": only the noun's own adjectives stand between.
  [[nodiscard]] bool is_noun_of(const Figure& figure) const {
    if (word_.part != ChangePart::noun && !noun_first_) return false;
    for (uint32_t at = noun_first_ ? last_ : word_.last; at < figure.first_token; ++at) {
      if (c_.mention[at] != kNone) return false;
      for (const Reading& reading : c_.words.tokens.readings(at))
        if (reading.article) return false;
    }
    return true;
  }

  // By how much: a share of what it was, or an amount.
  bool put_amount(uint32_t index, const Figure& figure, ChangeRole role) {
    if (figure.type == FigureType::percent && !is_points(figure)) {
      if (change_.to && is_part_of_something(figure)) return false;
      return set(change_.percent, index, figure);
    }
    if (change_.to && !is_link_word(c_, figure)) return false;  // "to 3 billion, that is 71 cents a share"
    if (word_.part == ChangePart::acts && !is_points(figure) &&
        (role == ChangeRole::worth || !is_link_word(c_, figure)))
      return false;
    if (word_.strength == ChangeStrength::motion && figure.type == FigureType::count && !is_index_points(figure))
      return false;
    if (role == ChangeRole::worth && figure.first_token > word_.last + kWorthReach) return false;
    return set(change_.delta, index, figure);
  }

  // "30 people climbed", "the three firms' growth": no figure of the change.
  [[nodiscard]] bool may_be_bare(const Figure& figure) const {
    if (count_ > 0 && !noun_first_) return false;
    const uint32_t begin = skip_hedges_back(c_, figure.first_token);
    const bool direct = begin == (noun_first_ ? last_ : word_.last);
    const bool measured = figure.type == FigureType::money || figure.type == FigureType::quantity ||
                          (figure.type == FigureType::count && names_number(figure));
    if (figure.type == FigureType::percent) return word_.strength != ChangeStrength::linked || is_points(figure);
    switch (word_.strength) {
      case ChangeStrength::sure:
        if (word_.part == ChangePart::noun || noun_first_) return direct && measured;
        return measured;
      case ChangeStrength::motion:
        return is_index_points(figure);
      case ChangeStrength::linked:
        break;
    }
    return false;
  }

  // "35 points", as an index has them.
  [[nodiscard]] bool is_index_points(const Figure& figure) const {
    if (figure.unit == "pt") return true;
    const WordMatch* noun = c_.words.find(figure.last_token - 1, Table::change_links);
    return figure.type == FigureType::count && noun != nullptr &&
           row_cell(Table::change_links, noun->row, change_links_columns::role) == "points";
  }

  // People and things are reached too ("rose to three courts") unless a number of them is said to change.
  [[nodiscard]] bool may_be_reached(const Figure& figure) const {
    return figure.type != FigureType::count || word_.strength == ChangeStrength::sure || names_number(figure);
  }

  // A number of things is said to change, between the verb and the figure.
  [[nodiscard]] bool names_number(const Figure& figure) const {
    for (uint32_t t = word_.last; t < figure.first_token; ++t) {
      const WordMatch* match = c_.words.find(t, Table::change_links);
      if (match != nullptr && row_cell(Table::change_links, match->row, change_links_columns::role) == "number")
        return true;
    }
    return false;
  }

  bool set(std::optional<uint32_t>& part, uint32_t index, const Figure& figure) {
    if (part) return false;
    part = index;
    ++count_;
    last_ = figure.last_token;
    return true;
  }

  void drop_from() {
    change_.from.reset();
    --count_;
  }

  std::optional<Change> finish(uint32_t& end) {
    const bool alone = change_.from && !change_.to;
    if (alone && from_loosely_) drop_from();
    if (word_.direction == Direction::change && !(change_.from && change_.to)) return std::nullopt;
    if (count_ == 0) return std::nullopt;
    end = word_.last;
    for (const auto& part : {change_.from, change_.to, change_.delta, change_.percent}) {
      if (!part) continue;
      end = std::max(end, c_.analysis.figures[*part].last_token);
      change_.span.end = std::max(change_.span.end, c_.analysis.figures[*part].span.end);
      change_.span.begin = std::min(change_.span.begin, c_.analysis.figures[*part].span.begin);
    }
    if (change_.direction == Direction::change) change_.direction = direction_between(c_.analysis, change_);
    return change_;
  }

  const Clauses& c_;
  const ChangeWord& word_;
  const std::vector<bool>& taken_;  // per figure: part of an earlier change
  Change change_;
  uint32_t last_;              // one past what was read last
  uint32_t count_ = 0;         // parts filled
  bool against_ = false;       // "compared with" was read, its figure is still to come
  bool from_loosely_ = false;  // said with "from" alone: holds only beside a "to"
  std::optional<uint32_t> noun_first_;
};

// The time that tells two amounts apart: "a year ago", "in 2023".
bool has_time_after(const Clauses& c, uint32_t token) {
  for (uint32_t t = token; t < token + kTimeReach && t < c.words.size() && c.same_sentence(token - 1, t); ++t) {
    if (c.figure[t] == kNone) continue;
    const FigureType type = c.analysis.figures[c.figure[t]].type;
    if (type == FigureType::date || type == FigureType::duration) return true;
    if (type != FigureType::ordinal) return false;
  }
  return false;
}

// "12 million dollars against 10 million a year before": a change that no verb names.
std::optional<Change> read_comparison(const Clauses& c, uint32_t index) {
  const Figure& then = c.analysis.figures[index];
  if (!is_amount(then) || !then.value || read_change_role(c, then) != ChangeRole::against) return std::nullopt;
  uint32_t before = index;
  while (before > 0 && is_calendar(c.analysis.figures[before - 1])) --before;
  if (before == 0) return std::nullopt;
  const Figure& now = c.analysis.figures[--before];
  const bool near = c.same_sentence(now.first_token, then.first_token) &&
                    then.first_token - now.last_token <= kCompareReach && is_amount(now) && now.value;
  if (!near || !is_alike(now, then) || *now.value == *then.value || !has_time_after(c, then.last_token))
    return std::nullopt;
  Change change;
  change.span = {now.span.begin, then.span.end};
  change.from = index;
  change.to = before;
  change.direction = direction_between(c.analysis, change);
  return change;
}

}  // namespace

std::vector<Change> find_changes(const Words& words, const Analysis& analysis) {
  std::vector<Change> out;
  if (analysis.figures.empty()) return out;
  const Clauses c(words, analysis);
  std::vector<bool> taken(analysis.figures.size(), false);
  for (uint32_t at = 0; at < words.size(); ++at) {
    if (c.figure[at] != kNone) {
      const uint32_t index = c.figure[at];
      if (at != analysis.figures[index].first_token || taken[index]) continue;
      if (auto change = read_comparison(c, index); change && !taken[*change->to]) out.push_back(*change);
      continue;
    }
    const auto word = find_change_word(c, at);
    if (!word) continue;
    uint32_t end = at;
    if (auto change = ChangeReader(c, *word, taken).read(end)) {
      for (const auto& part : {change->from, change->to, change->delta, change->percent})
        if (part) taken[*part] = true;
      out.push_back(*change);
      at = end - 1;
    }
  }
  return out;
}

}  // namespace fihris
