"""Whether a record can be right: the contract's rules, and values that exclude each other."""

from presselese.checking.consistency import check
from presselese.checking.contract import Fault, contract_faults, record_faults
from presselese.checking.soundness import keep_sound

__all__ = ["Fault", "check", "contract_faults", "keep_sound", "record_faults"]
