// Parts against their total: "12 dead, among them 7 civilians and 6 soldiers".
// Some of a total may not exceed it, all of it must make it; parts of people are
// summed only where they exclude one another.
#include <algorithm>
#include <cmath>

#include "links/check_readers.h"

namespace fihris {
namespace {

constexpr uint32_t kTotalReach = 5;  // words between a total and "among them"
constexpr uint32_t kFirstReach = 1;  // words between that and the first part
constexpr size_t kMostParts = 16;    // a longer list is no breakdown
constexpr uint32_t kSumReach = 3;    // words between "making in all" and the total
constexpr uint32_t kNextReach = 5;   // words between two parts
constexpr double kMissing = 0.15;    // a list that lacks more than this share names some only
constexpr float kPartTooLarge = 0.9F;
constexpr float kSum = 0.8F;

bool is_exact(const Figure& figure) {
  return figure.value && figure.hedge == Hedge::none && is_amount(figure) && figure.type != FigureType::percent;
}

// The kind of people a figure counts (src/data/part_kinds.tsv), or empty.
std::string_view part_kind(const Clauses& c, const Figure& figure) {
  for (uint32_t at = figure.first_token; at < figure.last_token; ++at) {
    if (const WordMatch* match = c.words.find(at, Table::part_kinds))
      return row_cell(Table::part_kinds, match->row, part_kinds_columns::kind);
  }
  return {};
}

bool counts_people(const Clauses& c, const Figure& figure) {
  if (!part_kind(c, figure).empty()) return true;
  for (uint32_t at = figure.first_token; at < figure.last_token; ++at) {
    for (const WordMatch& match : c.words.at(at))
      if (match.table == Table::nouns && row_cell(Table::nouns, match.row, nouns_columns::what) == "person")
        return true;
  }
  return false;
}

bool has_waw(const Clauses& c, uint32_t token) {
  for (const Reading& reading : c.words.tokens.readings(token))
    if (reading.conjunction == u'\u0648') return true;
  return false;
}

// "and" before a figure, in its own token or as the one before.
bool is_joined(const Clauses& c, const Figure& figure) {
  if (has_waw(c, figure.first_token)) return true;
  return figure.first_token > 0 && c.words.view.text(c.words.tokens[figure.first_token - 1].span) == u"\u0648";
}

// Nothing but words and commas between two parts, and no clause opens.
bool is_plain(const Clauses& c, uint32_t first, uint32_t last) {
  for (uint32_t at = first; at < last; ++at) {
    if (find_opener(c.words, at) != nullptr || c.words.find(at, Table::figure_verbs) != nullptr ||
        c.words.find(at, Table::change_verbs) != nullptr)
      return false;
  }
  return true;
}

struct Parts {
  std::vector<uint32_t> figures;
  uint32_t last = 0;  // one past the last part's token
};

bool follows(const Clauses& c, uint32_t before, uint32_t index) {
  const Figure& a = c.analysis.figures[before];
  const Figure& b = c.analysis.figures[index];
  return c.same_sentence(a.first_token, b.first_token) && b.first_token <= a.last_token + kNextReach && is_exact(b) &&
         is_joined(c, b) && is_plain(c, a.last_token, b.first_token);
}

// The list of parts that begins near a token.
std::optional<Parts> read_parts(const Clauses& c, uint32_t token) {
  uint32_t at = token;
  while (at < c.words.size() && at <= token + kFirstReach && c.figure[at] == kNone) ++at;
  if (at >= c.words.size() || c.figure[at] == kNone || (at > token && !c.same_sentence(token - 1, at)))
    return std::nullopt;
  Parts out;
  uint32_t index = c.figure[at];
  if (!is_exact(c.analysis.figures[index]) || !is_plain(c, token, at)) return std::nullopt;
  out.figures.push_back(index);
  while (out.figures.size() < kMostParts && index + 1 < c.analysis.figures.size() && follows(c, index, index + 1))
    out.figures.push_back(++index);
  out.last = c.analysis.figures[index].last_token;
  return out;
}

double sum_of(const Clauses& c, const std::vector<uint32_t>& parts) {
  double sum = 0;
  for (const uint32_t part : parts) sum += *c.analysis.figures[part].value;
  return sum;
}

// The sum may be this much off for the parts' and the total's roundings.
double room_of(const Clauses& c, uint32_t total, const std::vector<uint32_t>& parts) {
  double room = 1e-6;
  const auto add = [&](uint32_t index) {
    const Figure& figure = c.analysis.figures[index];
    if (figure.type == FigureType::count) return;
    if (const auto measured = measure(c, figure)) room += measured->high - measured->value;
  };
  add(total);
  for (const uint32_t part : parts) add(part);
  return room;
}

void report(const Clauses& c, uint32_t total, const std::vector<uint32_t>& parts, double expected, float confidence,
            std::vector<Check>& out) {
  Check check{.kind = CheckKind::parts_total, .confidence = confidence, .evidence = {}, .figures = parts};
  check.figures.push_back(total);
  std::sort(check.figures.begin(), check.figures.end());
  for (const uint32_t index : check.figures) check.evidence.push_back(c.analysis.figures[index].span);
  check.stated = print_value(*c.analysis.figures[total].value);
  check.expected = print_value(expected);
  out.push_back(std::move(check));
}

// Parts and total measure the same: people and people, dollars and dollars.
bool is_commensurable(const Clauses& c, const Figure& total, const std::vector<uint32_t>& parts) {
  const bool people = counts_people(c, total);
  if (!people && total.type != FigureType::money && total.type != FigureType::quantity) return false;
  for (const uint32_t part : parts) {
    const Figure& figure = c.analysis.figures[part];
    if (people ? !counts_people(c, figure) : !is_alike(total, figure) || figure.type == FigureType::count) return false;
  }
  return true;
}

// Nobody is counted in two of the parts: all are of one kind, and of different nouns.
bool are_exclusive(const Clauses& c, const Figure& total, const std::vector<uint32_t>& parts) {
  if (total.type == FigureType::money || total.type == FigureType::quantity) return true;
  const std::string_view kind = part_kind(c, c.analysis.figures[parts[0]]);
  if (kind.empty()) return false;
  for (const uint32_t part : parts)
    if (part_kind(c, c.analysis.figures[part]) != kind) return false;
  return true;
}

// "among them": some of the total.
void check_some(const Clauses& c, uint32_t total, const Parts& parts, std::vector<Check>& out) {
  const Figure& whole = c.analysis.figures[total];
  const uint32_t first = parts.figures[0];
  const double value = *c.analysis.figures[first].value;
  if (value > *whole.value + room_of(c, total, {first})) return report(c, total, {first}, value, kPartTooLarge, out);
  if (parts.figures.size() < 2 || !are_exclusive(c, whole, parts.figures)) return;
  const double sum = sum_of(c, parts.figures);
  if (sum > *whole.value + room_of(c, total, parts.figures)) report(c, total, parts.figures, sum, kSum, out);
}

// "namely": all of the total; the list must close its clause.
void check_all(const Clauses& c, uint32_t total, const Parts& parts, std::vector<Check>& out) {
  if (parts.figures.size() < 2) return;
  uint32_t last = parts.last;
  const bool open = last < c.words.size() && c.same_sentence(last - 1, last) && !c.is_mark(last);
  if (open) return;
  if (last + 1 < c.words.size() && c.same_sentence(last, last + 1) && has_waw(c, last + 1)) return;  // ", and the rest"
  const double sum = sum_of(c, parts.figures);
  const double whole = *c.analysis.figures[total].value;
  const double off = std::fabs(sum - whole);
  if (sum < whole && off > std::max(2.0, kMissing * whole)) return;  // only some of them are named
  if (off > room_of(c, total, parts.figures)) report(c, total, parts.figures, sum, kSum, out);
}

// Not the tail of a longer amount: "400 hectares and two hectares".
bool is_whole(const Clauses& c, uint32_t index) {
  const Figure& figure = c.analysis.figures[index];
  const bool tail =
      index > 0 && is_joined(c, figure) && figure.first_token <= c.analysis.figures[index - 1].last_token + 1;
  return !tail;
}

// The figure before a token, with no other between.
std::optional<uint32_t> total_before(const Clauses& c, uint32_t token) {
  for (uint32_t at = token; at > 0 && at + kTotalReach > token && c.same_sentence(at - 1, token); --at) {
    if (c.figure[at - 1] != kNone)
      return is_whole(c, c.figure[at - 1]) ? std::optional(c.figure[at - 1]) : std::nullopt;
    if (find_opener(c.words, at - 1) != nullptr) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<uint32_t> part_before(const Clauses& c, uint32_t token) {
  for (uint32_t at = token; at > 0 && at + kTotalReach > token && c.same_sentence(at - 1, token); --at)
    if (c.figure[at - 1] != kNone) return c.figure[at - 1];
  return std::nullopt;
}

// "7 civilians and 6 soldiers, making 12 in all": the list before a total.
void check_sum_after(const Clauses& c, uint32_t token, uint32_t last, std::vector<Check>& out) {
  const auto& figures = c.analysis.figures;
  const auto end = part_before(c, token);
  uint32_t at = last;
  while (at < c.words.size() && at <= last + kSumReach && c.figure[at] == kNone) ++at;
  if (!end || at >= c.words.size() || c.figure[at] != *end + 1 || !c.same_sentence(token, at)) return;
  const uint32_t total = *end + 1;
  std::vector<uint32_t> parts = {*end};
  while (parts.size() < kMostParts && parts.back() > 0 && is_exact(figures[parts.back() - 1]) &&
         follows(c, parts.back() - 1, parts.back()))
    parts.push_back(parts.back() - 1);
  if (parts.size() < 2 || !is_exact(figures[total]) || !is_exact(figures[*end])) return;
  if (!is_commensurable(c, figures[total], parts)) return;
  const double sum = sum_of(c, parts);
  const double value = *figures[total].value;
  if (value > 2 * sum || sum > 2 * value || std::fabs(sum - value) <= room_of(c, total, parts)) return;
  report(c, total, parts, sum, kSum, out);
}

void check_parts_at(const Clauses& c, uint32_t token, std::vector<Check>& out) {
  if (const WordMatch* sum = find_check_word(c, token, "sum")) {
    const bool by = sum->reading.preposition != 0;
    if (sum->tokens > 1 || by) check_sum_after(c, token, token + sum->tokens, out);
    return;
  }
  const WordMatch* among = find_check_word(c, token, "among");
  const WordMatch* split = among == nullptr ? find_check_word(c, token, "split") : nullptr;
  const bool bracket = c.has_mark(token, u'(');
  if (among == nullptr && split == nullptr && !bracket) return;
  const auto total = total_before(c, token);
  if (!total || !is_exact(c.analysis.figures[*total]) || *c.analysis.figures[*total].value < 2) return;
  const uint32_t first = bracket ? token + 1 : token + (among != nullptr ? among : split)->tokens;
  const auto parts = read_parts(c, first);
  if (!parts || !is_commensurable(c, c.analysis.figures[*total], parts->figures)) return;
  if (bracket && (c.figure[first] == kNone || !c.has_mark(parts->last, u')'))) return;
  if (among != nullptr) return check_some(c, *total, *parts, out);
  check_all(c, *total, *parts, out);
}

}  // namespace

void check_sums(const Clauses& c, std::vector<Check>& out) {
  if (c.analysis.figures.size() < 2) return;
  for (uint32_t at = 0; at < c.words.size(); ++at) check_parts_at(c, at, out);
}

}  // namespace fihris
