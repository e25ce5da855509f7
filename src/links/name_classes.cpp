#include "links/name_classes.h"

#include <algorithm>
#include <unordered_map>

#include "links/spellings.h"
#include "text/characters.h"

namespace fihris {
namespace {

class Classifier {
 public:
  Classifier(const Words& words, const std::vector<Mention>& mentions) : words_(words), mentions_(mentions) {}

  NameClasses classify() && {
    read_forms();
    parents_.resize(out_.forms.size());
    sureness_.assign(out_.forms.size(), 0);
    for (uint32_t f = 0; f < parents_.size(); ++f) parents_[f] = f;
    out_.latin.resize(parents_.size());
    for (uint32_t f = 0; f < parents_.size(); ++f) out_.latin[f] = out_.forms[f].latin;
    join_same_keys();
    join_brackets();
    join_scripts();
    join_vowels();
    out_.class_of.resize(parents_.size());
    out_.spelling.assign(parents_.size(), 0);
    for (uint32_t f = 0; f < parents_.size(); ++f) {
      const uint32_t root = out_.class_of[f] = find_root(f);
      float& sure = out_.spelling[root];
      if (sureness_[f] > 0) sure = sure > 0 ? std::min(sure, sureness_[f]) : sureness_[f];
    }
    return std::move(out_);
  }

 private:
  void read_forms() {
    std::unordered_map<std::u16string, uint32_t> known;
    out_.form_of.reserve(mentions_.size());
    for (size_t i = 0; i < mentions_.size(); ++i) {
      NameForm form = read_name_form(words_, mentions_[i], i + 1 < mentions_.size() ? &mentions_[i + 1] : nullptr);
      std::u16string key(1, static_cast<char16_t>(form.type));
      key += form.shown + u'\n' + form.whole + u'\n';
      key.append(form.latin.begin(), form.latin.end());
      const auto [found, is_new] = known.emplace(std::move(key), static_cast<uint32_t>(out_.forms.size()));
      out_.form_of.push_back(found->second);
      if (!is_new) continue;
      out_.keys.push_back(make_name_keys(form));
      out_.forms.push_back(std::move(form));
    }
  }

  uint32_t find_root(uint32_t f) {
    while (parents_[f] != f) f = parents_[f] = parents_[parents_[f]];
    return f;
  }

  // The lexicon knows both, as two names.
  bool are_known_apart(uint32_t a, uint32_t b) {
    const std::string_view one = out_.latin[find_root(a)];
    const std::string_view other = out_.latin[find_root(b)];
    return !one.empty() && !other.empty() && one != other;
  }

  void join(uint32_t a, uint32_t b) {
    a = find_root(a);
    b = find_root(b);
    if (a == b) return;
    if (b < a) std::swap(a, b);
    parents_[b] = a;
    if (out_.latin[a].empty()) out_.latin[a] = out_.latin[b];
  }

  void join_same_keys() {
    std::unordered_map<NameKey, uint32_t> owners;
    for (uint32_t f = 0; f < out_.forms.size(); ++f) {
      for (const NameKey key : out_.keys[f].same) {
        const auto [found, is_new] = owners.emplace(key, f);
        if (!is_new) join(found->second, f);
        // The lexicon itself says that this Latin name is that Arabic one.
        const bool scripts = out_.forms[f].latin_script != out_.forms[found->second].latin_script;
        if (!is_new && scripts && kind_of_key(key) == 'M') sureness_[f] = 1;
      }
    }
  }

  [[nodiscard]] char16_t mark_at(uint32_t token) const {
    return token < words_.size() ? words_.view.folded[words_.tokens[token].span.begin] : u'\0';
  }

  // "Organization of ... (OPEC)", "name (Name)": the form in brackets is the name before.
  void join_brackets() {
    for (size_t i = 0; i + 1 < mentions_.size(); ++i) {
      const Mention& a = mentions_[i];
      const Mention& b = mentions_[i + 1];
      uint32_t at = a.last_token;
      if (a.type != b.type || b.first_token > at + 2 || mark_at(b.last_token) != u')') continue;
      if (b.first_token == at + 2 && (is_closing_mark(mark_at(at)) || mark_at(at) == u'"')) ++at;
      if (b.first_token != at + 1 || mark_at(at) != u'(') continue;
      join_pair(out_.form_of[i], out_.form_of[i + 1]);
    }
  }

  void join_pair(uint32_t name, uint32_t inside) {
    const NameForm& a = out_.forms[name];
    const NameForm& b = out_.forms[inside];
    if (are_known_apart(name, inside)) return;
    constexpr float kByBrackets = 0.7F;
    if (a.latin_script != b.latin_script) {
      const bool first_latin = a.latin_script;
      const float sure = compare_spellings(first_latin ? joined(b) : joined(a), first_latin ? a.whole : b.whole);
      if (sureness_[inside] <= 0) sureness_[inside] = std::max(sure, kByBrackets);
      join(name, inside);
    } else if (a.type == EntityType::org && b.units.size() == 1 && a.units.size() > 2) {
      join(name, inside);  // an acronym; in one script two short names are a body and its town
    }
  }

  static std::u16string joined(const NameForm& form) {
    std::u16string out;
    for (const std::u16string& unit : form.units) out += unit;
    return out;
  }

  static bool has_spellings(EntityType type) {
    return type != EntityType::occ && type != EntityType::norp && type != EntityType::language &&
           type != EntityType::law && type != EntityType::web;
  }

  // The same consonants in two scripts, where the pair is sure enough.
  void join_scripts() {
    constexpr size_t kMost = 4;  // namesakes of one skeleton worth comparing
    std::unordered_map<NameKey, std::vector<uint32_t>> latin;
    for (const bool wanted : {true, false}) {
      for (uint32_t f = 0; f < out_.forms.size(); ++f) {
        const NameForm& form = out_.forms[f];
        if (form.latin_script != wanted || !has_spellings(form.type)) continue;
        const std::u16string name = joined(form);
        const std::u16string consonants = find_consonants(name, wanted);
        if (consonants.empty()) continue;
        std::vector<uint32_t>& same = latin[make_key(form.type, 'S', consonants)];
        if (wanted) {
          if (same.size() < kMost) same.push_back(f);
          continue;
        }
        for (const uint32_t other : same) {
          const float sure = compare_spellings(name, out_.forms[other].whole);
          if (sure < kSureSpelling || are_known_apart(f, other) || find_root(f) == find_root(other)) continue;
          sureness_[f] = sure;
          join(f, other);
          break;
        }
      }
    }
  }

  // Foreign names that two hands spelled with other long vowels. Short words are
  // left alone: in Arabic names the vowels tell Salman from Sulayman.
  void join_vowels() {
    std::unordered_map<NameKey, uint32_t> owners;
    for (uint32_t f = 0; f < out_.forms.size(); ++f) {
      const NameForm& form = out_.forms[f];
      if (form.latin_script || !has_spellings(form.type) || form.generation.size() > 0) continue;
      std::u16string skeleton;
      for (const std::u16string& unit : form.units) skeleton += drop_long_vowels(unit) + u' ';
      const auto [found, is_new] = owners.emplace(make_key(form.type, 'V', skeleton), f);
      if (is_new || are_known_apart(f, found->second)) continue;
      if (differ_in_long_words(form, out_.forms[found->second])) join(f, found->second);
    }
  }

  static bool differ_in_long_words(const NameForm& a, const NameForm& b) {
    if (a.units.size() != b.units.size() || a.has_article || b.has_article) return false;
    const size_t shortest = a.type == EntityType::person ? 7 : 5;
    const bool alone = a.units.size() == 1;
    for (size_t i = 0; i < a.units.size(); ++i) {
      if (a.units[i] == b.units[i]) continue;
      const size_t longer = std::max(a.units[i].size(), b.units[i].size());
      if (longer < shortest + (alone && a.type != EntityType::person ? 2 : 0)) return false;
    }
    return true;
  }

  const Words& words_;
  const std::vector<Mention>& mentions_;
  NameClasses out_;
  std::vector<uint32_t> parents_;
  std::vector<float> sureness_;  // by form: of the join over two scripts that it made
};

}  // namespace

NameClasses find_name_classes(const Words& words, const std::vector<Mention>& mentions) {
  return Classifier(words, mentions).classify();
}

}  // namespace fihris
