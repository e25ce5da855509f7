#include "names/decision.h"

#include <algorithm>

namespace fihris {
namespace {

// Below this a proposal is wrong more often than right.
constexpr float kLeastScore = 0.40F;

// A longer candidate is worth a little more than its score: "Washington Post"
// against "Washington". The tagger has weighed lexicon and context already, so
// its spans come first.
float weight(const NameCandidate& c) {
  const float above = c.firm ? 4.0F : c.via == Via::model ? 2.0F : 0.0F;
  return above + c.score + 0.06F * static_cast<float>(std::min(c.last - c.first, 6U));
}

bool is_before(const NameCandidate& a, const NameCandidate& b) {
  if (weight(a) != weight(b)) return weight(a) > weight(b);
  if (a.first != b.first) return a.first < b.first;
  if (a.last != b.last) return a.last > b.last;
  if (a.type != b.type) return a.type < b.type;
  if (a.row != b.row) return a.row < b.row;
  return a.span.begin < b.span.begin;
}

bool lies_in(const NameCandidate& c, const Figure& f) { return c.first >= f.first_token && c.last <= f.last_token; }
bool overlaps(const NameCandidate& c, const Figure& f) { return c.first < f.last_token && c.last > f.first_token; }
bool owns(const NameCandidate& c, const Figure& f) { return c.first <= f.first_token && c.last >= f.last_token; }

// A figure stands against a name that lies in it or only touches it.
bool is_blocked(const NameCandidate& c, const std::vector<Figure>& figures) {
  auto f = std::upper_bound(figures.begin(), figures.end(), c.first,
                            [](uint32_t token, const Figure& figure) { return token < figure.last_token; });
  for (; f != figures.end() && overlaps(c, *f); ++f) {
    if (!owns(c, *f) || (lies_in(c, *f) && c.score < 0.6F)) return true;
  }
  return false;
}

// Takes away the figures that lie in a chosen name; both are in text order.
void drop_owned(const std::vector<NameCandidate>& chosen, std::vector<Figure>& figures) {
  auto c = chosen.begin();
  std::erase_if(figures, [&](const Figure& f) {
    while (c != chosen.end() && c->last <= f.first_token) ++c;
    return c != chosen.end() && owns(*c, f);
  });
}

}  // namespace

std::vector<NameCandidate> choose_names(const NameContext& context, std::vector<NameCandidate> candidates,
                                        std::vector<Figure>& figures) {
  std::sort(candidates.begin(), candidates.end(), is_before);
  std::vector<bool> taken(context.tokens.size(), false);
  std::vector<NameCandidate> chosen;
  for (const NameCandidate& c : candidates) {
    if ((c.score < kLeastScore && c.via != Via::model) || is_blocked(c, figures)) continue;
    const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(c.first);
    const auto end = taken.begin() + static_cast<std::ptrdiff_t>(c.last);
    if (std::find(begin, end, true) != end) continue;
    std::fill(begin, end, true);
    chosen.push_back(c);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const NameCandidate& a, const NameCandidate& b) { return a.first < b.first; });
  drop_owned(chosen, figures);
  return chosen;
}

}  // namespace fihris
