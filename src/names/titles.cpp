#include "names/titles.h"

namespace fihris {
namespace {

// Between a title and its person may stand an adjective of nationality, the
// name of a body or another title; nothing else.
constexpr size_t kReach = 4;

struct Taken {
  std::vector<bool> tokens;
  std::vector<bool> titles;  // the taken tokens that are titles themselves
  [[nodiscard]] bool is_free(uint32_t first, uint32_t last) const {
    for (uint32_t i = first; i < last; ++i)
      if (tokens[i]) return false;
    return true;
  }
};

const LexiconHit* find_title_before(const NameContext& context, uint32_t person, const Taken& taken, bool parted) {
  const LexiconHit* best = nullptr;
  const size_t from = person > 8 ? person - 8 : 0;
  for (size_t i = from; i < person; ++i) {
    for (const LexiconHit& hit : context.hits_at(i)) {
      if (hit.kind != LexiconKind::title || hit.last > person || !taken.is_free(hit.first, hit.last)) continue;
      // Beside the tagger, which reads titles that touch their person well
      // enough, only those parted from it by other names are worth adding.
      if (parted && (hit.last == person || hit.ambiguous || taken.titles[hit.last])) continue;
      // What lies between must be names already chosen.
      bool bridged = person - hit.last <= kReach && context.tokens[i].sentence == context.tokens[person].sentence;
      for (uint32_t k = hit.last; bridged && k < person; ++k) bridged = taken.tokens[k];
      if (bridged && (!best || hit.last > best->last || (hit.last == best->last && hit.first < best->first)))
        best = &hit;
    }
  }
  return best;
}

const LexiconHit* find_title_after(const NameContext& context, uint32_t end, const Taken& taken) {
  // "X, the minister ...": the title follows a comma, or directly.
  constexpr char16_t kArabicComma = 0x060C;
  size_t i = end;
  if (i < context.tokens.size() && context.view.folded[context.tokens[i].span.begin] == kArabicComma) ++i;
  if (i >= context.tokens.size() || context.tokens[i].line_start) return nullptr;
  const LexiconHit* hit = context.find_hit(i, LexiconKind::title, LexiconKind::title);
  if (!hit || !taken.is_free(hit->first, hit->last)) return nullptr;
  const bool uncut = hit->reading.name == context.tokens[i].span.begin;
  return uncut ? hit : nullptr;
}

}  // namespace

std::vector<NameCandidate> find_titles(const NameContext& context, const std::vector<NameCandidate>& chosen,
                                       bool parted) {
  Taken taken{std::vector<bool>(context.tokens.size(), false), std::vector<bool>(context.tokens.size(), false)};
  for (const NameCandidate& c : chosen) {
    for (uint32_t i = c.first; i < c.last; ++i) {
      taken.tokens[i] = true;
      taken.titles[i] = c.type == EntityType::occ;
    }
  }
  std::vector<NameCandidate> out;
  const auto add = [&](const LexiconHit* hit) {
    if (!hit) return false;
    out.push_back({hit->first,
                   hit->last,
                   {hit->reading.name, context.tokens[hit->last - 1].span.end},
                   EntityType::occ,
                   0.75F,
                   Via::lexicon,
                   "title beside a person",
                   hit->row});
    for (uint32_t i = hit->first; i < hit->last; ++i) taken.tokens[i] = taken.titles[i] = true;
    return true;
  };
  for (const NameCandidate& c : chosen) {
    if (c.type != EntityType::person) continue;
    for (int stacked = 0; stacked < 3 && add(find_title_before(context, c.first, taken, parted)); ++stacked) {
    }
    if (!parted) add(find_title_after(context, c.last, taken));
  }
  return out;
}

void drop_lone_titles(const NameContext& context, std::vector<NameCandidate>& chosen) {
  std::vector<bool> has_person(context.tokens.sentences.size(), false);
  for (const NameCandidate& c : chosen)
    if (c.type == EntityType::person) has_person[context.tokens[c.first].sentence] = true;
  std::erase_if(chosen, [&](const NameCandidate& c) {
    return c.type == EntityType::occ && !has_person[context.tokens[c.first].sentence];
  });
}

}  // namespace fihris
