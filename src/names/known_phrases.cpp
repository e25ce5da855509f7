// Where the lexicon has the last word beside the tagger: a full name it knows
// is not cut in two ("Liang" and "Wenfeng", whose first letter looks like "and"),
// and of several places or bodies of one name the article's own country decides.
#include <map>
#include <string>

#include "names/contexts.h"

namespace fihris {
namespace {

// Whether the candidates inside a known phrase are pieces of it: all of its type,
// and filling it; of a person's full name the first piece is enough.
bool is_in_pieces(const LexiconHit& hit, EntityType type, const std::vector<NameCandidate>& candidates) {
  uint32_t covered = 0;
  int pieces = 0;
  bool begun = false;
  for (const NameCandidate& c : candidates) {
    if (c.last <= hit.first || c.first >= hit.last) continue;
    if (c.type != type || c.first < hit.first || c.last > hit.last) return false;
    covered += c.last - c.first;
    ++pieces;
    begun = begun || c.first == hit.first;
  }
  const bool filled = covered == hit.last - hit.first;
  if (hit.kind == LexiconKind::person && begun && !filled) return true;
  return pieces >= 2 && filled;
}

// Rows that the same phrase has, of one type.
template <class Visit>
void visit_rows(const NameContext& context, const NameCandidate& c, Visit visit) {
  for (const LexiconHit& hit : context.hits_at(c.first))
    if (hit.last == c.last && type_of_kind(hit.kind) == c.type && hit.reading.name == c.span.begin) visit(hit.row);
}

}  // namespace

void propose_known_wholes(const NameContext& context, std::vector<NameCandidate>& candidates) {
  std::vector<NameCandidate> wholes;
  for (const LexiconHit& hit : context.hits) {
    const std::optional<EntityType> type = type_of_kind(hit.kind);
    if (!type || hit.last - hit.first < 2 || hit.ambiguous || !is_in_pieces(hit, *type, candidates)) continue;
    NameCandidate whole;
    whole.first = hit.first;
    whole.last = hit.last;
    whole.span = {hit.reading.name, context.tokens[hit.last - 1].span.end};
    whole.type = *type;
    whole.score = 0.9F;
    whole.firm = true;
    whole.via = Via::lexicon;
    whole.evidence = "known whole";
    whole.row = hit.row;
    wholes.push_back(whole);
  }
  candidates.insert(candidates.end(), wholes.begin(), wholes.end());
}

void agree_on_countries(const NameContext& context, std::vector<NameCandidate>& chosen) {
  std::map<std::string_view, int> counts;  // by names that leave no choice
  for (const NameCandidate& c : chosen) {
    int rows = 0;
    std::string_view country;
    visit_rows(context, c, [&](uint32_t row) {
      ++rows;
      country = lexicon_country(row);
    });
    if (rows == 1 && !country.empty()) ++counts[country];
  }
  for (NameCandidate& c : chosen) {
    int best = 0;
    visit_rows(context, c, [&](uint32_t row) {
      const auto found = counts.find(lexicon_country(row));
      if (found == counts.end() || found->second <= best) return;
      best = found->second;
      c.row = row;
    });
  }
}

}  // namespace fihris
