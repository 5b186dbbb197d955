def adult_case(): raise NotImplementedError
