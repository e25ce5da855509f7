#include "figures/candidates.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace fihris {

FigureCandidate make_candidate(const Words& words, FigureType type, uint32_t begin, uint32_t first, uint32_t last,
                               Priority priority, std::string_view rule) {
  FigureCandidate out;
  out.figure.type = type;
  out.figure.first_token = first;
  out.figure.last_token = last;
  out.figure.rule = rule;
  out.folded = {begin, words.tokens[last - 1].span.end};
  out.priority = priority;
  return out;
}

std::vector<Figure> choose_figures(const Words& words, std::vector<FigureCandidate> candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const FigureCandidate& a, const FigureCandidate& b) {
    const uint32_t a_length = a.figure.last_token - a.figure.first_token;
    const uint32_t b_length = b.figure.last_token - b.figure.first_token;
    if (a_length != b_length) return a_length > b_length;
    if (a.priority != b.priority) return a.priority > b.priority;
    return a.figure.first_token < b.figure.first_token;
  });
  std::vector<bool> taken(words.size(), false);
  std::vector<Figure> out;
  for (FigureCandidate& candidate : candidates) {
    Figure& figure = candidate.figure;
    const auto begin = taken.begin() + figure.first_token;
    const auto end = taken.begin() + figure.last_token;
    if (std::find(begin, end, true) != end) continue;
    std::fill(begin, end, true);
    if (candidate.priority == Priority::silent) continue;
    figure.span = words.view.to_source(candidate.folded);
    out.push_back(std::move(figure));
  }
  std::sort(out.begin(), out.end(), [](const Figure& a, const Figure& b) { return a.span.begin < b.span.begin; });
  // One character of the source may fold to several tokens (a fraction sign):
  // figures that then share it cannot both stand.
  uint32_t end = 0;
  std::erase_if(out, [&end](const Figure& figure) {
    const bool shares = figure.span.begin < end;
    if (!shares) end = figure.span.end;
    return shares;
  });
  // Ranges may be written falling ("from 9 to 3"); bounds are given rising.
  for (Figure& figure : out)
    if (figure.low && figure.high && *figure.low > *figure.high) std::swap(figure.low, figure.high);
  return out;
}

}  // namespace fihris
