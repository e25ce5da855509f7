#include "gold.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "analysis.h"
#include "gold_links.h"
#include "output/exchange.h"
#include "output/values.h"
#include "text/utf.h"

namespace fihris::gold {
namespace {

std::vector<std::string> expand_shows(const std::string& list) {
  std::vector<std::string> out;
  std::istringstream words(list);
  for (std::string word; words >> word;) {
    if (word == "figures") {
      out.insert(out.end(), kFigureTypeNames.begin(), kFigureTypeNames.end());
    } else if (word == "names") {
      out.insert(out.end(), kEntityTypeNames.begin(), kEntityTypeNames.end());
    } else {
      out.push_back(word);
    }
  }
  return out;
}

Case read_title(const std::string& line, size_t number, std::string& error) {
  Case out;
  out.line = number;
  out.title = line.substr(3);
  out.known_gap = out.title.rfind('!', 0) == 0;
  const size_t bar = out.title.rfind(" | ");
  if (bar == std::string::npos) return out;
  out.published = parse_iso_day(out.title.substr(bar + 3));
  if (!out.published) error = "bad date in the title of line " + std::to_string(number);
  return out;
}

}  // namespace

std::string cut(std::u16string_view source, Span span) {
  std::string text = utf16_to_utf8(source.substr(span.begin, span.end - span.begin));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

File read_file(const std::string& path) {
  File file{.path = path, .head = {}, .shows = {}, .cases = {}, .error = {}};
  std::ifstream in(path);
  if (!in) file.error = "cannot be read";
  bool in_expected = false;
  std::string line;
  for (size_t number = 1; std::getline(in, line); ++number) {
    if (line.rfind("== ", 0) == 0) {
      if (!file.cases.empty() && !in_expected) file.error = "no `--` before line " + std::to_string(number);
      file.cases.push_back(read_title(line, number, file.error));
      in_expected = false;
    } else if (file.cases.empty()) {
      file.head += line + "\n";
      if (line.rfind("# shows:", 0) == 0) file.shows = expand_shows(line.substr(8));
    } else if (line == "--" && !in_expected) {
      in_expected = true;
    } else if (in_expected) {
      if (!line.empty()) file.cases.back().expected.push_back(line);
    } else {
      std::string& text = file.cases.back().text;
      text += (text.empty() ? "" : "\n") + line;
    }
  }
  if (file.error.empty() && file.cases.empty()) file.error = "holds no case";
  if (file.error.empty() && !in_expected) file.error = "the last case has no `--`";
  return file;
}

std::vector<std::string> find_lines(const File& file, const Case& wanted) {
  const std::u16string source = utf8_to_utf16(wanted.text).text;
  const Analysis analysis = analyse(source, Options{wanted.published});
  std::vector<std::string> out;
  if (auto lines = print_links(file.shows, source, analysis)) return *lines;
  for (const Annotation& a : list_annotations(analysis)) {
    const bool shown =
        file.shows.empty() || std::find(file.shows.begin(), file.shows.end(), a.type) != file.shows.end();
    if (!shown) continue;
    std::string line(a.type);
    if (a.figure) {
      const std::string value = describe_value(*a.figure);
      line += (value.empty() ? "" : " ") + value;
    }
    line += "\t" + cut(source, a.span);
    if (a.figure && a.figure->of) line += "\t" + cut(source, *a.figure->of);
    out.push_back(line);
  }
  return out;
}

std::string print_file(const File& file, const std::vector<std::vector<std::string>>& found) {
  std::string out = file.head;
  for (size_t i = 0; i < file.cases.size(); ++i) {
    const Case& c = file.cases[i];
    out += "== " + c.title + "\n" + c.text + "\n--\n";
    for (const std::string& line : c.known_gap ? c.expected : found[i]) out += line + "\n";
    out += "\n";
  }
  return out;
}

std::vector<std::string> list_files(const std::string& folder) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt" && entry.path().filename() != "known_gaps.txt")
      out.push_back(entry.path().string());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace fihris::gold
