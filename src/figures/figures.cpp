#include "figures/figures.h"

#include "figures/calendar.h"
#include "figures/candidates.h"

namespace fihris {

std::vector<Figure> find_figures(const View& view, const Tokens& tokens, const Options& options) {
  const Words words = find_words(view, tokens);
  std::vector<FigureCandidate> candidates;
  find_calendar(words, options.published, candidates);
  return choose_figures(words, std::move(candidates));
}

}  // namespace fihris
